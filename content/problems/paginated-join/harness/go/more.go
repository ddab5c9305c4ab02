package main

import "strings"

func more(words []string) {
	panic("unknown command: " + strings.Join(words, " "))
}
