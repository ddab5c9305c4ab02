package main

// Clock is the time, as the rest of the program knows it. Tests set it by hand.
type Clock struct{ Ms int }

func (c *Clock) NowMs() int { return c.Ms }
