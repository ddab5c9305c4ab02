// Reads commands, one a line, calls your ring, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

var ring *Ring
var before = []string{}

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

func ownerOf(key string) string {
	if node, found := ring.Owner(key); found {
		return node
	}
	return "none"
}

func owners(count int) []string {
	names := []string{}
	for n := 0; n < count; n++ {
		names = append(names, ownerOf("k"+strconv.Itoa(n)))
	}
	return names
}

func counted(names []string) map[string]int {
	counts := map[string]int{}
	for _, name := range names {
		counts[name]++
	}
	return counts
}

func listed(counts map[string]int) string {
	texts := []string{}
	for name, count := range counts {
		texts = append(texts, fmt.Sprintf("%s %d", name, count))
	}
	sort.Strings(texts)
	return strings.Join(texts, " ")
}

func spread() string {
	counts := counted(before)
	if len(counts) <= 10 {
		return listed(counts)
	}
	all := []int{}
	for _, count := range counts {
		all = append(all, count)
	}
	sort.Ints(all)
	return fmt.Sprintf("between %d and %d on %d nodes", all[0], all[len(all)-1], len(all))
}

func moved() string {
	moves := []string{}
	for n, name := range owners(len(before)) {
		if name != before[n] {
			moves = append(moves, before[n]+">"+name)
		}
	}
	counts := counted(moves)
	if len(counts) == 0 || len(counts) > 10 {
		return fmt.Sprintf("moved %d", len(moves))
	}
	return fmt.Sprintf("moved %d: %s", len(moves), listed(counts))
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "ring":
			ring = NewRing(number(words[1]), hashOf)
		case "at":
			places[words[1]] = uint32(number(words[2]))
		case "add":
			ring.Add(words[1], number(words[2]))
		case "nodes":
			for n := 0; n < number(words[2]); n++ {
				ring.Add(words[1]+strconv.Itoa(n), 1)
			}
		case "remove":
			ring.Remove(words[1])
		case "owner":
			fmt.Println("=>", words[1], ownerOf(words[1]))
		case "spread":
			before = owners(number(words[1]))
			fmt.Println("=>", spread())
		case "moved":
			fmt.Println("=>", moved())
		default:
			more(words)
		}
	}
}
