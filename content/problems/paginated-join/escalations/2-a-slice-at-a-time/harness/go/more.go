package main

import (
	"fmt"
	"strings"
)

var resume = ""

func more(words []string) {
	switch words[0] {
	case "batch":
		api.BatchMax = number(words[1])
	case "fail":
		api.CustomerFailures[words[2]] = number(words[3])
	case "sparing":
		report, err := BuildSparing(api, clock)
		answer(true, report, err)
	case "slice":
		made, err := BuildSlice(api, clock, clock.NowMs()+int64(number(words[1])), resume)
		if err != nil {
			panic(err)
		}
		resume = made.Resume
		show(made.Rows)
		if made.Finished {
			fmt.Println("=> finished")
		} else {
			fmt.Println("=> more")
		}
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
