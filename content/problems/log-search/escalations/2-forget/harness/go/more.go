package main

import "strings"

func more(command string, words []string, log *LogSearch) {
	switch command {
	case "between":
		show(log.FindBetween(number(words[0]), number(words[1]), strings.Join(words[3:], " "), number(words[2])))
	case "forget":
		log.Forget(number(words[0]))
	case "words":
		show([]int{log.Words()})
	default:
		panic("unknown command: " + command)
	}
}
