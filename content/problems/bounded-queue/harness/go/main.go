package main

// Reads commands, one a line, calls the dispatcher, and prints each answer on a line that begins with '=> '.

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

// parse reads workers=1 patience_ms=500 into the fields of the same names.
func parse(words []string) Settings {
	settings := Settings{Workers: 1}
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

func run(dispatcher *Dispatcher, clock *Clock, untilMs int) {
	for {
		nextMs, some := dispatcher.NextDoneMs()
		if !some || nextMs > untilMs {
			break
		}
		clock.Ms = nextMs
		for _, job := range dispatcher.Finish() {
			fmt.Printf("=> %d %s done\n", clock.Ms, job.Name)
		}
	}
	clock.Ms = untilMs
}

func submit(dispatcher *Dispatcher, clock *Clock, job Job) {
	err := dispatcher.Submit(job)
	if err == nil {
		return
	}
	busy, is := err.(Busy)
	if !is {
		panic(err)
	}
	fmt.Printf("=> %d %s busy, try again in %d\n", clock.Ms, job.Name, busy.RetryMs)
}

func main() {
	clock := &Clock{}
	var dispatcher *Dispatcher
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "dispatcher":
			dispatcher = NewDispatcher(parse(words[1:]), clock)
		case "submit":
			submit(dispatcher, clock, Job{Customer: words[1], Name: words[2], WorkMs: number(words[3])})
		case "run":
			run(dispatcher, clock, number(words[1]))
		case "stats":
			waiting := dispatcher.Waiting()
			fmt.Printf("=> %s, waiting %d\n", counters(dispatcher.Stats), waiting)
		default:
			panic("unknown command: " + words[0])
		}
	}
}
