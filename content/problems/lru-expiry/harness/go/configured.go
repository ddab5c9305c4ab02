package main

import "strings"

// settingsOf reads the words of a command, as in: cache capacity=2 ttl_ms=1000.
func settingsOf(words []string) Settings {
	settings := Settings{}
	for _, word := range words {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "capacity":
			settings.Capacity = int(number(value))
		case "ttl_ms":
			settings.TTLMs = number(value)
		default:
			panic("unknown setting: " + word)
		}
	}
	return settings
}
