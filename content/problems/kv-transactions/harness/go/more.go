package main

import "strings"

func more(words []string, store *Store) {
	panic("unknown command: " + strings.Join(words, " "))
}
