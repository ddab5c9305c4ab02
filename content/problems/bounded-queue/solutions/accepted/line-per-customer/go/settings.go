package main

// Settings are what operations may set. Read from the configuration when the service starts.
type Settings struct {
	Workers     int
	Capacity    int // how many jobs may wait; 0: any number
	PatienceMs  int // how long a job waits before it is given up; 0: for ever
	PerCustomer int // how many jobs of one customer may wait; 0: any number
}
