package main

type Clock interface {
	NowMs() int64
}

type slot struct {
	key    string
	window int64
}

type RateLimiter struct {
	limit    int
	windowMs int64
	clock    Clock
	counts   map[slot]int
}

func NewRateLimiter(limit int, windowMs int64, clock Clock) *RateLimiter {
	return &RateLimiter{limit, windowMs, clock, map[slot]int{}}
}

func (r *RateLimiter) Allow(key string) bool {
	here := slot{key, r.clock.NowMs() / r.windowMs}
	if r.counts[here] >= r.limit {
		return false
	}
	r.counts[here]++
	return true
}

func (r *RateLimiter) RetryAfterMs(key string) int64 {
	here := slot{key, r.clock.NowMs() / r.windowMs}
	if r.counts[here] < r.limit {
		return 0
	}
	return (here.window+1)*r.windowMs - r.clock.NowMs()
}
