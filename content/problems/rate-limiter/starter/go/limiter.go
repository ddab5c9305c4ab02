package main

// Clock is the time, as the rest of the program knows it. Tests set it by hand.
type Clock interface {
	NowMs() int64
}

// RateLimiter lets through at most limit calls of one key in any window of windowMs milliseconds.
type RateLimiter struct {
	limit    int
	windowMs int64
	clock    Clock
}

func NewRateLimiter(limit int, windowMs int64, clock Clock) *RateLimiter {
	return &RateLimiter{limit: limit, windowMs: windowMs, clock: clock}
}

// Allow says whether a call of key may go through now. If so, it counts.
func (r *RateLimiter) Allow(key string) bool {
	return true
}

// RetryAfterMs is the number of milliseconds until Allow would say yes; 0 means now.
func (r *RateLimiter) RetryAfterMs(key string) int64 {
	return 0
}
