package main

func more(words []string, quotes *Quotes, clock *Clock) {
	panic("unknown command: " + words[0])
}
