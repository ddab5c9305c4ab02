package main

// Stats are counters for the dashboard.
type Stats struct {
	Accepted int
	Done     int
}
