package main

func more(words, before, after []string) {
	panic("unknown command: " + words[0])
}
