package main

import "strings"

func more(words []string, queue *JobQueue) {
	panic("unknown command: " + strings.Join(words, " "))
}
