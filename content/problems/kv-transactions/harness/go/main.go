// Reads commands, one a line, calls your store, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

func shown(value string, found bool) string {
	if !found {
		return "none"
	}
	return value
}

func main() {
	store := NewStore()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "set":
			store.Set(words[1], words[2])
		case "get":
			fmt.Println("=>", words[1], shown(store.Get(words[1])))
		case "remove":
			store.Remove(words[1])
		case "count":
			fmt.Println("=>", store.Count(words[1]), "keys have", words[1])
		case "counts":
			sum := 0
			for n := 0; n < number(words[1]); n++ {
				sum += store.Count(words[2])
			}
			fmt.Println("=>", sum, "in all")
		case "fill":
			for n := 0; n < number(words[1]); n++ {
				store.Set("k"+strconv.Itoa(n), words[2])
			}
		case "begin":
			store.Begin()
		case "nest":
			for n := 0; n < number(words[1]); n++ {
				store.Begin()
				store.Set("n"+strconv.Itoa(n), "deep")
			}
		case "commit":
			if !store.Commit() {
				fmt.Println("=> no transaction to commit")
			}
		case "rollback":
			if !store.Rollback() {
				fmt.Println("=> no transaction to roll back")
			}
		default:
			more(words, store)
		}
	}
}
