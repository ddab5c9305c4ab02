package main

// Reads commands, one a line, calls the client, and prints each answer on a line that begins with '=> '.

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

// parse reads threshold=2 open_ms=1000 into the fields of the same names.
func parse(words []string) Settings {
	settings := Settings{}
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

func said(cents int, err error) string {
	switch err {
	case nil:
		return strconv.Itoa(cents)
	case ErrRemoteDown:
		return "down"
	case ErrBadParcel:
		return "no such parcel"
	case ErrNotAsked:
		return "not asked"
	}
	panic(err)
}

func main() {
	clock := &Clock{}
	remote := NewRemote(clock)
	var quotes *Quotes
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "at":
			clock.Ms = number(words[1])
		case "client":
			quotes = NewQuotes(remote, parse(words[1:]), clock)
		case "price":
			remote.Prices[words[1]] = number(words[2])
		case "down":
			remote.Down[words[1]] = true
		case "up":
			delete(remote.Down, words[1])
		case "slow":
			remote.SlowMs[words[1]] = number(words[2])
		case "quote":
			answer := said(quotes.Quote(words[1], words[2]))
			fmt.Printf("=> %d %s %s %s\n", clock.Ms, words[1], words[2], answer)
		case "stats":
			fmt.Println("=> " + counters(quotes.Stats))
		default:
			more(words, quotes, clock)
		}
	}
}
