package main

// setUp makes what is under test, by the words of a command.
func setUp(words []string, clock *setClock, servers map[string]limiter) {
	switch words[0] {
	case "limiter":
		servers["a"] = NewRateLimiter(int(number(words[1])), number(words[2]), clock)
	default:
		panic("unknown command: " + words[0])
	}
}
