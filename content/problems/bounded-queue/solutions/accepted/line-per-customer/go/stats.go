package main

// Stats are counters for the dashboard.
type Stats struct {
	Accepted int
	Done     int
	Refused  int // no place was free
	Expired  int // waited too long, and was never started
}
