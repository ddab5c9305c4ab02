package main

// Reads commands, one a line, calls your function, and prints each answer on a line that begins with '=> '.

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

func shown(edits []Edit) string {
	parts := []string{}
	for _, edit := range edits {
		parts = append(parts, strings.TrimSpace(string(edit.Sign)+edit.Line))
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, " ")
}

func leaving(edits []Edit, sign byte) string {
	parts := []string{}
	for _, edit := range edits {
		if edit.Sign != sign {
			parts = append(parts, edit.Line)
		}
	}
	return strings.Join(parts, "\n")
}

func checked(edits []Edit, before, after []string) string {
	if leaving(edits, '+') != strings.Join(before, "\n") {
		return "kept and removed lines are not the text before"
	}
	if leaving(edits, '-') != strings.Join(after, "\n") {
		return "kept and added lines are not the text after"
	}
	changes := 0
	for n, edit := range edits {
		if edit.Sign != ' ' {
			changes++
		}
		if edit.Sign == '+' && n+1 < len(edits) && edits[n+1].Sign == '-' {
			return "a line is added before one that is removed"
		}
	}
	return fmt.Sprintf("%d changes", changes)
}

func main() {
	before, after := []string{}, []string{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "before":
			before = words[1:]
		case "after":
			after = words[1:]
		case "many":
			before, after = []string{}, []string{}
			for n := 1; n <= number(words[1]); n++ {
				line := strconv.Itoa(n)
				before = append(before, line)
				if n%number(words[2]) == 0 {
					line = "new" + line
				}
				after = append(after, line)
			}
		case "show":
			fmt.Println("=> " + shown(Diff(before, after)))
		case "diff":
			fmt.Println("=> " + checked(Diff(before, after), before, after))
		default:
			more(words, before, after)
		}
	}
}
