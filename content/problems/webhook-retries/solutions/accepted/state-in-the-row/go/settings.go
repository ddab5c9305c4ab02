package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Attempts   int // tries in all until an event is given up
	WaitMs     int // before the second try; then twice as long each time
	PauseAfter int // events given up in a row until a subscriber is paused; 0: never
}
