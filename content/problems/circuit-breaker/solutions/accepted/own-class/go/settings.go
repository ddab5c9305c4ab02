package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Threshold int // failures in a row until a carrier is left alone; 0: never
	OpenMs    int // for how long
	SlowMs    int // from when on an answer counts as a failure; 0: never
}
