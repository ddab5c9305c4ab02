package main

import "container/list"

type entry struct {
	key   string
	value string
	putMs int64
}

type LruCache struct {
	capacity int
	ttlMs    int64
	clock    *Clock
	stats    *Stats
	byKey    map[string]*list.Element
	byUse    *list.List
}

func NewLruCache(capacity int, ttlMs int64, clock *Clock, stats *Stats) *LruCache {
	return &LruCache{capacity, ttlMs, clock, stats, map[string]*list.Element{}, list.New()}
}

func (c *LruCache) Get(key string) (value string, found bool) {
	element, found := c.byKey[key]
	if !found || c.expired(element) {
		c.stats.Misses++
		return "", false
	}
	c.stats.Hits++
	value = element.Value.(*entry).value
	c.Put(key, value) // to the front
	return value, true
}

func (c *LruCache) Put(key, value string) {
	if element, found := c.byKey[key]; found {
		element.Value = &entry{key, value, c.clock.NowMs()}
		c.byUse.MoveToFront(element)
		return
	}
	if len(c.byKey) >= c.capacity {
		c.makeRoom()
	}
	c.byKey[key] = c.byUse.PushFront(&entry{key, value, c.clock.NowMs()})
}

func (c *LruCache) Size() int {
	size := 0
	for _, element := range c.byKey {
		if !c.expired(element) {
			size++
		}
	}
	return size
}

func (c *LruCache) expired(element *list.Element) bool {
	return c.ttlMs > 0 && element.Value.(*entry).putMs+c.ttlMs <= c.clock.NowMs()
}

func (c *LruCache) makeRoom() {
	for element := c.byUse.Back(); element != nil; element = element.Prev() {
		if c.expired(element) {
			c.remove(element)
			return
		}
	}
	c.remove(c.byUse.Back())
	c.stats.Evicted++
}

func (c *LruCache) remove(element *list.Element) {
	delete(c.byKey, element.Value.(*entry).key)
	c.byUse.Remove(element)
}
