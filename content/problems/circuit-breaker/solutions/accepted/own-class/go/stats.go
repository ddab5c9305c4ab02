package main

// Stats are counters for the dashboard.
type Stats struct {
	Asked   int
	Failed  int
	Refused int // not asked, because the carrier is known to be down
	Slow    int // answered, but late
}
