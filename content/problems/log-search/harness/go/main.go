package main

// Reads commands, one a line, calls LogSearch, and prints each answer on a line that begins with '=> '.

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func number(word string) int {
	value, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return value
}

func show(numbers []int) {
	if len(numbers) == 0 {
		fmt.Println("=> nothing")
		return
	}
	fmt.Println("=> " + strings.Trim(fmt.Sprint(numbers), "[]"))
}

// split gives the first word, and the rest behind the blank.
func split(text string) (string, string) {
	if at := strings.Index(text, " "); at >= 0 {
		return text[:at], text[at+1:]
	}
	return text, ""
}

func main() {
	log := NewLogSearch()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		command, rest := split(strings.TrimSpace(lines.Text()))
		first, text := split(rest)
		switch command {
		case "":
		case "log":
			log.Append(number(first), text)
		case "number":
			show([]int{log.Append(number(first), text)})
		case "many":
			for n := 1; n <= number(first); n++ {
				status := 200
				if n%1000 == 0 {
					status = 500
				}
				log.Append(n, fmt.Sprintf("GET /p%d/item%d status=%d worker-%d", n%100, n, status, n%7))
			}
		case "find":
			show(log.Find(text, number(first)))
		case "often":
			limit, query := split(text)
			var numbers []int
			for n := 0; n < number(first); n++ {
				numbers = log.Find(query, number(limit))
			}
			show(numbers)
		default:
			more(command, strings.Split(rest, " "), log)
		}
	}
}
