// Reads commands, one a line, asks for the report, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

var clock = &Clock{}
var api = NewApi(clock)

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

func show(rows []Row) {
	for _, row := range rows {
		fmt.Println("=>", row.Order, row.Name, row.Cents)
	}
}

func answer(rowsToo bool, report Report, err error) {
	var tooMany *TooManyCalls
	switch {
	case errors.Is(err, ErrUnavailable):
		fmt.Println("=> unavailable")
		return
	case errors.As(err, &tooMany):
		fmt.Println("=> too many calls")
		return
	case err != nil:
		panic(err)
	}
	if rowsToo {
		show(report.Rows)
	} else {
		fmt.Println("=>", len(report.Rows), "rows")
	}
	if report.Complete {
		fmt.Println("=> complete")
	} else {
		fmt.Println("=> incomplete")
	}
}

func addPage(words []string) {
	orders, customers := []Order{}, []Customer{}
	for _, item := range words[1:] {
		parts := strings.Split(item, ":")
		if words[0] == "orders" {
			orders = append(orders, Order{parts[0], parts[1], number(parts[2])})
		} else {
			customers = append(customers, Customer{parts[0], parts[1]})
		}
	}
	if words[0] == "orders" {
		api.Orders = append(api.Orders, orders)
	} else {
		api.Customers = append(api.Customers, customers)
	}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		switch {
		case len(words) == 0:
		case words[0] == "orders" || words[0] == "customers":
			addPage(words)
		case words[0] == "many": // so many pages with one order each
			for n := 0; n < number(words[1]); n++ {
				api.Orders = append(api.Orders, []Order{{"m" + strconv.Itoa(n), "c1", n}})
			}
		case words[0] == "fail" && (words[1] == "orders" || words[1] == "customers"):
			api.Failures[fmt.Sprintf("%s-%d", words[1], number(words[2])-1)] = number(words[3])
		case words[0] == "limit":
			api.Limit, api.WindowMs = number(words[1]), int64(number(words[2]))
		case words[0] == "at":
			clock.Ms = int64(number(words[1]))
		case words[0] == "report" || words[0] == "count":
			report, err := Build(api, clock)
			answer(words[0] == "report", report, err)
		case words[0] == "cost":
			fmt.Printf("=> %d calls, %d refused, %d ms\n", api.Calls, api.Refused, clock.Ms)
		default:
			more(words)
		}
	}
}
