package main

import (
	"fmt"
	"strings"
)

var live *LiveStats

func addLine(line string) {
	if live == nil {
		stats.Add(line)
		return
	}
	for _, report := range live.Add(line) {
		fmt.Printf("=> %d: %s\n", report.Start, listed(report.Pages))
	}
}

func more(words []string) {
	switch words[0] {
	case "live":
		live = NewLiveStats(number(words[1]), number(words[2]), int(number(words[3])))
	case "late":
		fmt.Println("=> late", live.Late())
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
