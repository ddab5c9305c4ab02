package main

import (
	"container/list"
	"math"
)

const never = math.MaxInt64

type entry struct {
	key       string
	value     string
	known     bool // false: there is no such user
	expiresMs int64
}

// LruCache keeps the entries that were used last; those past their time go before all others.
type LruCache struct {
	capacity   int
	clock      *Clock
	stats      *Stats
	byKey      map[string]*list.Element
	byUse      *list.List // of *entry, the most recently used one first
	earliestMs int64      // nothing expires before; may be too early, never too late
}

func NewLruCache(capacity int, clock *Clock, stats *Stats) *LruCache {
	return &LruCache{capacity, clock, stats, map[string]*list.Element{}, list.New(), never}
}

// Get gives the entry, or nil if there is none or it is past its time.
func (c *LruCache) Get(key string) *entry {
	element, found := c.byKey[key]
	if !found || c.expired(element.Value.(*entry)) {
		c.stats.Misses++
		return nil
	}
	c.byUse.MoveToFront(element)
	c.stats.Hits++
	return element.Value.(*entry)
}

// GetStale gives the entry even past its time, but not by graceMs or more.
func (c *LruCache) GetStale(key string, graceMs int64) *entry {
	element, found := c.byKey[key]
	if !found || element.Value.(*entry).expiresMs <= c.clock.NowMs()-graceMs {
		return nil
	}
	return element.Value.(*entry)
}

// Put keeps a value for ttlMs; 0 means for ever.
func (c *LruCache) Put(key, value string, known bool, ttlMs int64) {
	fresh := &entry{key, value, known, never}
	if ttlMs > 0 {
		fresh.expiresMs = c.clock.NowMs() + ttlMs
	}
	if element, found := c.byKey[key]; found {
		element.Value = fresh
		c.byUse.MoveToFront(element)
	} else {
		if len(c.byKey) >= c.capacity {
			c.makeRoom()
		}
		c.byKey[key] = c.byUse.PushFront(fresh)
	}
	if fresh.expiresMs < c.earliestMs {
		c.earliestMs = fresh.expiresMs
	}
}

func (c *LruCache) Size() int {
	size := 0
	for _, element := range c.byKey {
		if !c.expired(element.Value.(*entry)) {
			size++
		}
	}
	return size
}

func (c *LruCache) expired(e *entry) bool { return e.expiresMs <= c.clock.NowMs() }

// makeRoom looks through all entries only when one of them may have expired since the last look.
func (c *LruCache) makeRoom() {
	if c.earliestMs <= c.clock.NowMs() {
		first := c.byUse.Front()
		for element := first; element != nil; element = element.Next() {
			if element.Value.(*entry).expiresMs < first.Value.(*entry).expiresMs {
				first = element
			}
		}
		if c.expired(first.Value.(*entry)) {
			c.remove(first)
			return
		}
		c.earliestMs = first.Value.(*entry).expiresMs
	}
	c.remove(c.byUse.Back())
	c.stats.Evicted++
}

func (c *LruCache) remove(element *list.Element) {
	delete(c.byKey, element.Value.(*entry).key)
	c.byUse.Remove(element)
}
