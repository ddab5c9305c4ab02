package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Workers  int
	Capacity int // not used yet
}
