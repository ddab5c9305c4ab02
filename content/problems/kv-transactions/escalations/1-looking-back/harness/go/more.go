package main

import (
	"fmt"
	"strconv"
	"strings"
)

var taken = map[string]int{}

func more(words []string, store *Store) {
	switch words[0] {
	case "snapshot":
		taken[words[1]] = store.Snapshot()
	case "snapshots":
		for n := 0; n < number(words[1]); n++ {
			store.Snapshot()
			store.Set("k0", strconv.Itoa(n))
		}
	case "then":
		fmt.Println("=>", words[2], shown(store.GetAt(taken[words[1]], words[2])), "at", words[1])
	case "release":
		store.Release(taken[words[1]])
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
