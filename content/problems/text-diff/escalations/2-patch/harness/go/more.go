package main

import (
	"fmt"
	"strings"
)

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
	case "patch":
		patched, err := Patch(words[2:], found)
		switch {
		case err != nil:
			fmt.Printf("=> %s\n", err)
		case len(patched) == 0:
			fmt.Println("=> nothing")
		default:
			fmt.Println("=> " + strings.Join(patched, " "))
		}
	default:
		panic("unknown command: " + words[0])
	}
}
