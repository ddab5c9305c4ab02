package main

import "strings"

func more(words []string, queue *JobQueue) {
	switch words[0] {
	case "later":
		queue.AddLater(words[1], number(words[2]))
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
