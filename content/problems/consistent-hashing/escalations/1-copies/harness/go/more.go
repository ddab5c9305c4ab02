package main

import (
	"fmt"
	"strings"
)

func more(words []string) {
	switch words[0] {
	case "zone":
		ring.SetZone(words[1], words[2])
	case "copies":
		owners := ring.Owners(words[1], number(words[2]))
		if len(owners) == 0 {
			owners = []string{"none"}
		}
		fmt.Println("=>", words[1], strings.Join(owners, " "))
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
