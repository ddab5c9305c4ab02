package main

import (
	"fmt"
	"strconv"
	"strings"
)

var placement *Placement

func placed(key string) string {
	if node, found := placement.Place(key); found {
		return node
	}
	return "none"
}

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
	case "bounded":
		placement = NewPlacement(ring, number(words[1]))
	case "place":
		fmt.Println("=>", words[1], placed(words[1]))
	case "drop":
		placement.Drop(words[1])
	case "fill":
		names := []string{}
		for n := 0; n < number(words[1]); n++ {
			names = append(names, placed("k"+strconv.Itoa(n)))
		}
		fmt.Println("=>", listed(counted(names)))
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
