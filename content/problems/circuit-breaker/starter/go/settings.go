package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Threshold int // not used yet
	OpenMs    int // not used yet
}
