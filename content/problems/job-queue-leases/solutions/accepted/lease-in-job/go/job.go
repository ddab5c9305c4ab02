package main

type State string

const (
	Waiting State = "waiting"
	Running State = "running"
	Done    State = "done"
	Dead    State = "dead"
)

// Job is a piece of work, and how far it is.
type Job struct {
	ID           string
	State        State
	Worker       string // who took it last
	LeaseUntilMs int64  // 0: for ever
	Tries        int
	NotBeforeMs  int64
	Customer     string
}
