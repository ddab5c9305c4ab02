// Reads commands, one a line, calls your type, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

var stats *LogStats

func number(word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

func listed(pages []Busy) string {
	texts := []string{}
	for _, busy := range pages {
		texts = append(texts, fmt.Sprintf("%s %d", busy.Page, busy.Requests))
	}
	if len(texts) == 0 {
		return "nothing"
	}
	return strings.Join(texts, ", ")
}

func shown(value int64, found bool) string {
	if !found {
		return "none"
	}
	return strconv.FormatInt(value, 10)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "| ") {
			addLine(lines.Text()[2:])
			continue
		}
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "stats":
			stats = NewLogStats(number(words[1]))
		case "top":
			fmt.Println("=>", listed(stats.Top(number(words[1]), int(number(words[2])))))
		case "percentile":
			took := shown(stats.Percentile(number(words[1]), words[2], int(number(words[3]))))
			fmt.Println("=>", words[2], "p"+words[3], took)
		case "skipped":
			fmt.Println("=> skipped", stats.Skipped())
		case "many": // so many requests at 0 that took 1, 2, 3… ms, the last one first
			for n := number(words[1]); n > 0; n-- {
				stats.Add(fmt.Sprintf("0 %s %d", words[2], n))
			}
		default:
			more(words)
		}
	}
}
