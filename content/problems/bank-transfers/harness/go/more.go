package main

func more(words []string, transfers *Transfers) {
	panic("unknown command: " + words[0])
}
