package main

// Settings is what operations may set. It is read from the configuration when the service starts.
type Settings struct {
	LeaseMs  int64 // not used yet
	MaxTries int   // not used yet
}
