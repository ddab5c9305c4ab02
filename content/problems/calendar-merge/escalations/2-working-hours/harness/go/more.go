package main

import "fmt"

var hours = map[string]Interval{}
var zones = map[string][]Zone{}

func off(name string, window Interval) []Interval {
	between, known := hours[name]
	if !known {
		return nil
	}
	return OffHours(between, zones[name], window)
}

func more(words []string, calendars map[string][]Interval) {
	switch words[0] {
	case "free":
		window := Interval{number(words[1]), number(words[2])}
		slots := FreeFor(calendars, window, number(words[3]), number(words[4]))
		fmt.Println("=> free for", words[4], listed(slots))
	case "hours":
		hours[words[1]] = Interval{number(words[2]), number(words[3])}
	case "zone":
		zones[words[1]] = append(zones[words[1]], Zone{number(words[2]), number(words[3])})
	case "off":
		fmt.Println("=>", words[1], "off", listed(off(words[1], Interval{number(words[2]), number(words[3])})))
	case "meet":
		window := Interval{number(words[1]), number(words[2])}
		everyone := map[string][]Interval{}
		for name, meetings := range calendars {
			everyone[name] = append(append([]Interval{}, meetings...), off(name, window)...)
		}
		fmt.Println("=> meet", listed(CommonFree(everyone, window, number(words[3]))))
	default:
		panic("unknown command: " + words[0])
	}
}
