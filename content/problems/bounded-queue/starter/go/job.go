package main

// Job is what a customer wants done.
type Job struct {
	Customer string
	Name     string
	WorkMs   int // how long it runs
}
