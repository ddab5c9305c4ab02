package main

// Clock is the time, as the rest of the program knows it. Tests set it by hand.
type Clock struct{ Ms int64 }

func (c *Clock) NowMs() int64 { return c.Ms }
