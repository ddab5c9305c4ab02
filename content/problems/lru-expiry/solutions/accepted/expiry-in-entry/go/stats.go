package main

// Stats are the counters for the dashboard.
type Stats struct {
	Hits    int
	Misses  int
	Evicted int // dropped to make room while still good
	Stale   int // served past its time because the source was down
}
