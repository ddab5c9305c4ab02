package main

// Settings is what operations may set. It is read from the configuration when the service starts.
type Settings struct {
	LeaseMs   int64 // 0: for ever
	MaxTries  int   // 0: no limit
	BackoffMs int64 // after the first try, then doubled
}
