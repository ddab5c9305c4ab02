package main

import (
	"fmt"
	"strings"
)

var live *LiveStats
var sketches = map[string]*Sketch{}

func sketch(server string) *Sketch {
	if sketches[server] == nil {
		sketches[server] = NewSketch()
	}
	return sketches[server]
}

func gathered() *Sketch {
	everything := NewSketch()
	for _, one := range sketches {
		numbers := append([]int64{}, one.Pack()...)
		if len(numbers) > 24 {
			panic(fmt.Sprint(len(numbers), " numbers are too many to send"))
		}
		everything.Merge(Unpack(numbers))
	}
	return everything
}

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
	case "took":
		sketch(words[1]).Add(number(words[2]))
	case "range":
		for n := number(words[2]); n <= number(words[3]); n++ {
			sketch(words[1]).Add(n)
		}
	case "all":
		fmt.Println("=>", "p"+words[1], shown(gathered().Percentile(int(number(words[1])))))
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
