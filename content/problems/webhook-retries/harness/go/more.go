package main

func more(words []string, sender *Sender) {
	panic("unknown command: " + words[0])
}
