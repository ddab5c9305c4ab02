package main

import "fmt"

var store = &Store{entries: map[string]storeEntry{}}

// setUp makes what is under test, by the words of a command.
func setUp(words []string, clock *setClock, servers map[string]limiter) {
	switch words[0] {
	case "limiter":
		servers["a"] = NewRateLimiter(int(number(words[1])), number(words[2]), clock)
	case "bucket":
		servers["a"] = NewTokenBucket(int(number(words[1])), int(number(words[2])), clock)
	case "shared":
		for _, name := range []string{"a", "b"} {
			servers[name] = NewSharedLimiter(int(number(words[1])), number(words[2]), clock, store)
		}
	case "meanwhile":
		store.meanwhile = func() {
			fmt.Println("=>", clock.ms, words[2], yesNo(servers[words[1]].Allow(words[2])), "meanwhile")
		}
	default:
		panic("unknown command: " + words[0])
	}
}
