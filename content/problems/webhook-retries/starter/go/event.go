package main

// Event is what has happened, for one subscriber.
type Event struct {
	Subscriber string
	Name       string // unique
}
