package main

import (
	"fmt"
	"strconv"
	"strings"
)

var taken = map[string]int{}
var opened = map[string]*Transaction{}

func inTransaction(words []string) {
	transaction, known := opened[words[0]]
	if !known || len(words) < 2 {
		panic("unknown command: " + strings.Join(words, " "))
	}
	switch words[1] {
	case "get":
		fmt.Println("=>", words[0], words[2], shown(transaction.Get(words[2])))
	case "set":
		transaction.Set(words[2], words[3])
	case "remove":
		transaction.Remove(words[2])
	case "commit":
		if transaction.Commit() {
			fmt.Println("=>", words[0], "committed")
		} else {
			fmt.Println("=>", words[0], "refused")
		}
	case "rollback":
		transaction.Rollback()
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}

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
	case "open":
		opened[words[1]] = store.Transaction()
	default:
		inTransaction(words)
	}
}
