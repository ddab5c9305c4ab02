package main

import "fmt"

func more(words []string, quotes *Quotes, clock *Clock) {
	if words[0] != "cheapest" {
		panic("unknown command: " + words[0])
	}
	carrier, cents, err := quotes.Cheapest(words[1], words[2:])
	switch err {
	case nil:
		fmt.Printf("=> %d %s %s %d\n", clock.Ms, words[1], carrier, cents)
	case ErrBadParcel:
		fmt.Printf("=> %d no such parcel\n", clock.Ms)
	default:
		fmt.Printf("=> %d %s %s\n", clock.Ms, words[1], said(0, err))
	}
}
