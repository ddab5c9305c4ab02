package main

// Hunk holds changes with some lines around them, and where they are in both texts.
type Hunk struct {
	BeforeStart int // counted from 1; of the line above where there are none
	BeforeCount int
	AfterStart  int
	AfterCount  int
	Edits       []Edit
}
