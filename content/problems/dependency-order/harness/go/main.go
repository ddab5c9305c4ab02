// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

var services = map[string][]string{}

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

func names() []string {
	all := []string{}
	for name := range services {
		all = append(all, name)
	}
	return all
}

func answer(said string, err error) {
	var cycle *Cycle
	if errors.As(err, &cycle) {
		shown("cycle", cycle.Services)
		said = checkedCycle(cycle.Services, services)
	} else if err != nil {
		panic(err)
	}
	fmt.Println("=>", said)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "service":
			services[words[1]] = append(services[words[1]], words[2:]...)
		case "chain":
			for n := 1; n <= number(words[2]); n++ {
				name := words[1] + strconv.Itoa(n)
				services[name] = []string{}
				if n > 1 {
					services[name] = append(services[name], words[1]+strconv.Itoa(n-1))
				}
			}
		case "order":
			order, err := DeployOrder(services)
			if err != nil {
				answer("", err)
				continue
			}
			shown("order", order)
			answer(checkedOrder(order, services, names()), nil)
		default:
			more(words)
		}
	}
}
