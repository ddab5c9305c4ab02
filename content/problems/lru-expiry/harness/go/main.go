// Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
)

func number(word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// counters are the fields of Stats that are not zero, in order.
func counters(stats *Stats) string {
	shown := []string{}
	fields := reflect.ValueOf(*stats)
	for n := 0; n < fields.NumField(); n++ {
		if count := fields.Field(n).Int(); count != 0 {
			name := strings.ToLower(fields.Type().Field(n).Name)
			shown = append(shown, fmt.Sprintf("%s %d", name, count))
		}
	}
	if len(shown) == 0 {
		return "none"
	}
	return strings.Join(shown, " ")
}

func main() {
	clock := &Clock{}
	source := &Source{Names: map[string]string{}}
	var profiles *Profiles
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "at":
			clock.Ms = number(words[1])
		case "cache":
			profiles = NewProfiles(source, settingsOf(words[1:]), clock)
		case "user": // somebody else writes to the database
			source.Names[words[1]] = words[2]
		case "source":
			source.Down = words[1] == "down"
		case "get":
			before := source.Loads
			name, known, err := profiles.Name(words[1])
			from := "cached"
			if source.Loads > before {
				from = "loaded"
			}
			if err != nil {
				fmt.Println("=>", clock.Ms, words[1], "down")
			} else if !known {
				fmt.Println("=>", clock.Ms, words[1], "unknown", from)
			} else {
				fmt.Println("=>", clock.Ms, words[1], name, from)
			}
		case "rename":
			if err := profiles.Rename(words[1], words[2]); err != nil {
				panic(err)
			}
		case "stats":
			fmt.Printf("=> stats %s, size %d\n", counters(profiles.Stats), profiles.Cache.Size())
		default:
			panic("unknown command: " + words[0])
		}
	}
}
