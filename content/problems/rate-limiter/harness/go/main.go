// Reads commands, one a line, calls the limiter, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

type limiter interface {
	Allow(key string) bool
	RetryAfterMs(key string) int64
}

type setClock struct{ ms int64 }

func (c *setClock) NowMs() int64 { return c.ms }

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func main() {
	clock := &setClock{}
	servers := map[string]limiter{}
	on := "a"
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "at":
			clock.ms = number(words[1])
		case "on":
			on = words[1]
		case "allow":
			fmt.Println("=>", clock.ms, words[1], yesNo(servers[on].Allow(words[1])))
		case "calls":
			passed := 0
			for n := int64(0); n < number(words[1]); n++ {
				if servers[on].Allow(words[2]) {
					passed++
				}
			}
			fmt.Println("=>", clock.ms, words[2], passed, "of", words[1])
		case "retry":
			fmt.Println("=>", clock.ms, words[1], "wait", servers[on].RetryAfterMs(words[1]))
		default:
			setUp(words, clock, servers)
		}
	}
}
