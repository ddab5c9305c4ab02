package main

// Clock is the time, as the rest of the program knows it. Tests set it by hand. Leave this file as it is.
type Clock struct{ Ms int64 }

func (c *Clock) NowMs() int64 { return c.Ms }

func (c *Clock) SleepMs(ms int64) { c.Ms += ms }
