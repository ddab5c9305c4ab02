package main

type State string

const (
	Waiting State = "waiting"
	Running State = "running"
	Done    State = "done"
)

// Job is a piece of work, and how far it is.
type Job struct {
	ID     string
	State  State
	Worker string // who took it last
}
