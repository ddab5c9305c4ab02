package main

import "container/list"

type entry struct {
	key   string
	value string
}

// LruCache keeps the entries that were used last, at most capacity of them.
type LruCache struct {
	capacity int
	stats    *Stats
	byKey    map[string]*list.Element
	byUse    *list.List // of *entry, the most recently used one first
}

func NewLruCache(capacity int, stats *Stats) *LruCache {
	return &LruCache{capacity, stats, map[string]*list.Element{}, list.New()}
}

func (c *LruCache) Get(key string) (value string, found bool) {
	element, found := c.byKey[key]
	if !found {
		c.stats.Misses++
		return "", false
	}
	c.byUse.MoveToFront(element)
	c.stats.Hits++
	return element.Value.(*entry).value, true
}

func (c *LruCache) Put(key, value string) {
	if element, found := c.byKey[key]; found {
		element.Value.(*entry).value = value
		c.byUse.MoveToFront(element)
		return
	}
	if len(c.byKey) >= c.capacity {
		c.remove(c.byUse.Back())
		c.stats.Evicted++
	}
	c.byKey[key] = c.byUse.PushFront(&entry{key, value})
}

func (c *LruCache) Size() int {
	return len(c.byKey)
}

func (c *LruCache) remove(element *list.Element) {
	delete(c.byKey, element.Value.(*entry).key)
	c.byUse.Remove(element)
}
