package main

import (
	"fmt"
	"strings"
)

func more(words []string, sender *Sender) {
	switch words[0] {
	case "resume":
		sender.Resume(words[1])
		sender.Deliver()
	case "paused":
		names := strings.Join(sender.Paused(), " ")
		if names == "" {
			names = "nobody"
		}
		fmt.Println("=> paused: " + names)
	default:
		panic("unknown command: " + words[0])
	}
}
