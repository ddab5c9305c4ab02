package main

import "strings"

// settingsOf reads the words of a command, as in: queue lease_ms=1000 max_tries=2.
func settingsOf(words []string) Settings {
	settings := Settings{}
	for _, word := range words {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "lease_ms":
			settings.LeaseMs = number(value)
		case "max_tries":
			settings.MaxTries = int(number(value))
		case "backoff_ms":
			settings.BackoffMs = number(value)
		default:
			panic("unknown setting: " + word)
		}
	}
	return settings
}
