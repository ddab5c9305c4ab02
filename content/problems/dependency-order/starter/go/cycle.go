package main

import "strings"

// Cycle says that no order works. Each of Services needs the next one, and the last one needs the first.
type Cycle struct{ Services []string }

func (c *Cycle) Error() string { return strings.Join(c.Services, " -> ") }
