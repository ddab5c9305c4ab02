package main

// Stats are counters for the dashboard.
type Stats struct {
	Asked  int
	Failed int
}
