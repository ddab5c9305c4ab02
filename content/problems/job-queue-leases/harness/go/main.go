// Reads commands, one a line, calls the queue, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"fmt"
	"os"
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

func listed(counts map[State]int) string {
	shown := []string{}
	for _, state := range []State{"waiting", "delayed", "running", "done", "dead"} {
		if counts[state] != 0 {
			shown = append(shown, fmt.Sprintf("%s %d", state, counts[state]))
		}
	}
	if len(shown) == 0 {
		return "no jobs"
	}
	return strings.Join(shown, " ")
}

func said(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func main() {
	clock := &Clock{}
	var queue *JobQueue
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "at":
			clock.Ms = number(words[1])
		case "queue":
			queue = NewJobQueue(settingsOf(words[1:]), clock)
		case "add":
			queue.Add(words[1])
		case "take":
			job, found := queue.Take(words[1])
			if !found {
				job = "nothing"
			}
			fmt.Println("=>", clock.Ms, words[1], "takes", job)
		case "heartbeat":
			fmt.Println("=>", clock.Ms, words[2], "has", words[1]+":", said(queue.Heartbeat(words[1], words[2])))
		case "done":
			fmt.Println("=>", clock.Ms, words[2], "done", words[1]+":", said(queue.Done(words[1], words[2])))
		case "fail":
			fmt.Println("=>", clock.Ms, words[2], "failed", words[1]+":", said(queue.Fail(words[1], words[2])))
		case "counts":
			fmt.Println("=>", clock.Ms, listed(queue.Counts()))
		default:
			more(words, queue)
		}
	}
}
