package main

import "fmt"

func more(words []string, calendars map[string][]Interval) {
	if words[0] != "free" {
		panic("unknown command: " + words[0])
	}
	window := Interval{number(words[1]), number(words[2])}
	slots := FreeFor(calendars, window, number(words[3]), number(words[4]))
	fmt.Println("=> free for", words[4], listed(slots))
}
