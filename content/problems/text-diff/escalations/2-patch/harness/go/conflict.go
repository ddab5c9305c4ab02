package main

import "fmt"

// Conflict: a hunk fits nowhere. Hunk counts from 1.
type Conflict struct{ Hunk int }

func (c Conflict) Error() string { return fmt.Sprintf("conflict in hunk %d", c.Hunk) }
