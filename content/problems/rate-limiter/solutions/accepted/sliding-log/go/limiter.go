package main

// Clock is the time, as the rest of the program knows it. Tests set it by hand.
type Clock interface {
	NowMs() int64
}

// RateLimiter keeps the times of the calls that were let through, one queue a key: at most limit times each.
type RateLimiter struct {
	limit    int
	windowMs int64
	clock    Clock
	times    map[string][]int64
}

func NewRateLimiter(limit int, windowMs int64, clock Clock) *RateLimiter {
	return &RateLimiter{limit: limit, windowMs: windowMs, clock: clock, times: map[string][]int64{}}
}

func (r *RateLimiter) Allow(key string) bool {
	times := r.recent(key)
	if len(times) >= r.limit {
		return false
	}
	r.times[key] = append(times, r.clock.NowMs())
	return true
}

func (r *RateLimiter) RetryAfterMs(key string) int64 {
	times := r.recent(key)
	if len(times) < r.limit {
		return 0
	}
	if len(times) == 0 { // a limit of zero never lets anything through
		return r.windowMs
	}
	return times[0] + r.windowMs - r.clock.NowMs()
}

// recent are the calls that still count. Append copies the rest when the array is used up, so what was
// sliced off at the front does not stay for ever. A key with none is forgotten.
func (r *RateLimiter) recent(key string) []int64 {
	times := r.times[key]
	oldest := r.clock.NowMs() - r.windowMs
	for len(times) > 0 && times[0] <= oldest {
		times = times[1:]
	}
	if len(times) == 0 {
		delete(r.times, key)
	} else {
		r.times[key] = times
	}
	return times
}

// TokenBucket lets up to capacity calls through at once; perSecond of them come back every second.
// It counts in thousandths of a token, so that nothing is lost to rounding.
type TokenBucket struct {
	full      int64
	perSecond int64
	clock     Clock
	buckets   map[string]bucket
}

type bucket struct {
	level int64
	atMs  int64
}

func NewTokenBucket(capacity, perSecond int, clock Clock) *TokenBucket {
	return &TokenBucket{int64(capacity) * 1000, int64(perSecond), clock, map[string]bucket{}}
}

func (t *TokenBucket) Allow(key string) bool {
	level := t.level(key)
	if level < 1000 {
		return false
	}
	t.buckets[key] = bucket{level - 1000, t.clock.NowMs()}
	return true
}

func (t *TokenBucket) RetryAfterMs(key string) int64 {
	missing := 1000 - t.level(key)
	if missing <= 0 {
		return 0
	}
	return (missing + t.perSecond - 1) / t.perSecond
}

func (t *TokenBucket) level(key string) int64 {
	b, known := t.buckets[key]
	if !known {
		return t.full
	}
	level := b.level + (t.clock.NowMs()-b.atMs)*t.perSecond
	if level > t.full {
		return t.full
	}
	return level
}

// SharedLimiter is the sliding window again, but its times live in a store that several servers write.
type SharedLimiter struct {
	limit    int
	windowMs int64
	clock    Clock
	store    *Store
}

func NewSharedLimiter(limit int, windowMs int64, clock Clock, store *Store) *SharedLimiter {
	return &SharedLimiter{limit, windowMs, clock, store}
}

func (s *SharedLimiter) Allow(key string) bool {
	for {
		times, version := s.recent(key)
		if len(times) >= s.limit {
			return false
		}
		if s.store.Write(key, append(times, s.clock.NowMs()), version) {
			return true
		}
		// Another server wrote since we read: look again, the budget may be gone.
	}
}

func (s *SharedLimiter) RetryAfterMs(key string) int64 {
	times, _ := s.recent(key)
	if len(times) < s.limit {
		return 0
	}
	return times[0] + s.windowMs - s.clock.NowMs()
}

func (s *SharedLimiter) recent(key string) ([]int64, int64) {
	times, version := s.store.Read(key)
	for len(times) > 0 && times[0] <= s.clock.NowMs()-s.windowMs {
		times = times[1:]
	}
	return times, version
}
