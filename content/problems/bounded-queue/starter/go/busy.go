package main

import "fmt"

// Busy: the job is refused; try again in RetryMs. Nothing returns this yet.
type Busy struct{ RetryMs int }

func (b Busy) Error() string { return fmt.Sprintf("try again in %d ms", b.RetryMs) }
