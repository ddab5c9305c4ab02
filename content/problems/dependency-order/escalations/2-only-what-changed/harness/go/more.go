package main

import (
	"fmt"
	"sort"
	"strings"
)

func deployed(names []string) string {
	ours := []string{}
	for _, name := range names {
		if _, known := services[name]; known {
			ours = append(ours, name)
		}
	}
	sorted := append([]string{}, names...)
	sort.Strings(sorted)
	what := "deploy " + strings.Join(sorted, " ")
	if len(names) == 0 {
		what = "deploy none"
	} else if len(names) > 50 {
		what = fmt.Sprintf("%d to deploy", len(names))
	}
	return what + ": " + checkedOrder(names, services, ours)
}

func more(words []string) {
	switch words[0] {
	case "waves":
		waves, err := Waves(services, number(words[1]))
		listed := []string{}
		for _, wave := range waves {
			listed = append(listed, strings.Join(wave, " "))
		}
		if len(listed) == 0 {
			listed = append(listed, "none")
		}
		answer("waves "+strings.Join(listed, " | "), err)
	case "changed":
		names, err := Affected(services, words[1:])
		if err != nil {
			answer("", err)
			return
		}
		shown("order", names)
		answer(deployed(names), nil)
	default:
		panic("unknown command: " + strings.Join(words, " "))
	}
}
