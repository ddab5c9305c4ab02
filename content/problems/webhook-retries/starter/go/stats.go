package main

// Stats are counters for the dashboard.
type Stats struct {
	Sent   int
	Failed int
}
