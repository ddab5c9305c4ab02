package main

import "strings"

func more(words []string) {
	if words[0] != "waves" {
		panic("unknown command: " + strings.Join(words, " "))
	}
	waves, err := Waves(services, number(words[1]))
	listed := []string{}
	for _, wave := range waves {
		listed = append(listed, strings.Join(wave, " "))
	}
	if len(listed) == 0 {
		listed = append(listed, "none")
	}
	answer("waves "+strings.Join(listed, " | "), err)
}
