package main

// Reads commands, one a line, and calls the sender. Answers stand on lines that begin with '=> '; the network prints
// each post.

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
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

// parse reads attempts=3 wait_ms=100 into the fields of the same names.
func parse(words []string) Settings {
	settings := Settings{Attempts: 1}
	for _, word := range words {
		parts := strings.SplitN(word, "=", 2)
		name := ""
		for _, part := range strings.Split(parts[0], "_") {
			name += strings.ToUpper(part[:1]) + part[1:]
		}
		field := reflect.ValueOf(&settings).Elem().FieldByName(name)
		if !field.IsValid() {
			panic("no setting " + name)
		}
		field.SetInt(int64(number(parts[1])))
	}
	return settings
}

func counters(stats Stats) string {
	value, parts := reflect.ValueOf(stats), []string{}
	for i := 0; i < value.NumField(); i++ {
		if count := value.Field(i).Int(); count != 0 {
			parts = append(parts, fmt.Sprintf("%s %d", strings.ToLower(value.Type().Field(i).Name), count))
		}
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, " ")
}

func run(sender *Sender, clock *Clock, untilMs int) {
	for {
		dueMs, some := sender.NextDueMs()
		if !some || dueMs > untilMs {
			break
		}
		if dueMs > clock.Ms {
			clock.Ms = dueMs
		}
		sender.Deliver()
	}
	clock.Ms = untilMs
}

func main() {
	clock := &Clock{}
	network, outbox, settings := NewNetwork(clock), &Outbox{}, parse(nil)
	sender := NewSender(outbox, network, settings, clock)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "sender":
			settings = parse(words[1:])
			sender = NewSender(outbox, network, settings, clock)
		case "restart":
			sender = NewSender(outbox, network, settings, clock)
		case "status":
			network.Statuses[words[1]] = number(words[2])
		case "publish":
			for _, name := range words[2:] {
				sender.Publish(Event{words[1], name})
			}
			sender.Deliver()
		case "queue": // published, but not delivered yet
			sender.Publish(Event{words[1], words[2]})
		case "run":
			run(sender, clock, number(words[1]))
		case "stats":
			fmt.Printf("=> %s, waiting %d\n", counters(sender.Stats), len(outbox.Rows))
		default:
			more(words, sender)
		}
	}
}
