// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func listed(slots []Interval) string {
	if len(slots) == 0 {
		return "none"
	}
	texts := []string{}
	for _, slot := range slots {
		texts = append(texts, fmt.Sprintf("%d-%d", slot.Start, slot.End))
	}
	return strings.Join(texts, " ")
}

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	calendars := map[string][]Interval{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		switch {
		case len(words) == 0:
		case words[0] == "person":
			calendars[words[1]] = append(calendars[words[1]], []Interval{}...)
		case words[0] == "busy":
			calendars[words[1]] = append(calendars[words[1]], Interval{number(words[2]), number(words[3])})
		case words[0] == "merged":
			meetings := append([]Interval{}, calendars[words[1]]...)
			fmt.Println("=>", words[1], "busy", listed(Merge(meetings)))
		case words[0] == "free" && len(words) == 4:
			window := Interval{number(words[1]), number(words[2])}
			fmt.Println("=> free", listed(CommonFree(calendars, window, number(words[3]))))
		default:
			more(words, calendars)
		}
	}
}
