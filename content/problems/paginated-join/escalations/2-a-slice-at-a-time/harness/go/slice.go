package main

// Slice is a part of the report; with Resume, the next one goes on.
type Slice struct {
	Rows     []Row
	Resume   string
	Finished bool
}
