package main

import "strings"

func addLine(line string) {
	stats.Add(line)
}

func more(words []string) {
	panic("unknown command: " + strings.Join(words, " "))
}
