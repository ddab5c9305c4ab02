package main

func more(words []string, calendars map[string][]Interval) {
	panic("unknown command: " + words[0])
}
