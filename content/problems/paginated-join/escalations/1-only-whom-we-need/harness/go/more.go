package main

import "strings"

func more(words []string) {
	switch words[0] {
	case "batch":
		api.BatchMax = number(words[1])
	case "fail":
		api.CustomerFailures[words[2]] = number(words[3])
	case "sparing":
		report, err := BuildSparing(api, clock)
		answer(true, report, err)
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
