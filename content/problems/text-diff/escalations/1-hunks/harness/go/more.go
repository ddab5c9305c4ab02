package main

import "fmt"

func more(words, before, after []string) {
	found := Hunks(Diff(before, after), number(words[1]))
	switch words[0] {
	case "hunks":
		for _, h := range found {
			where := fmt.Sprintf("%d,%d %d,%d", h.BeforeStart, h.BeforeCount, h.AfterStart, h.AfterCount)
			fmt.Printf("=> %s: %s\n", where, shown(h.Edits))
		}
		if len(found) == 0 {
			fmt.Println("=> no hunks")
		}
	default:
		panic("unknown command: " + words[0])
	}
}
