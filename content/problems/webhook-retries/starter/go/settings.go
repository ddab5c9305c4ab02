package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Attempts int // not used yet
	WaitMs   int // not used yet
}
