// Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ".
package main

import (
	"bufio"
	"errors"
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

func answer(key string, receipt Receipt, err error) {
	var refused Refused
	switch {
	case err == nil:
		fmt.Printf("=> %s done, left %d\n", key, receipt.Balance)
	case errors.As(err, &refused):
		fmt.Printf("=> %s refused: %s\n", key, refused.Reason)
	case errors.Is(err, ErrStoreDown):
		fmt.Printf("=> %s down\n", key)
	default:
		panic(err)
	}
}

func main() {
	ledger := &Ledger{}
	transfers := NewTransfers(ledger)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 {
			continue
		}
		switch words[0] {
		case "open":
			if err := transfers.Accounts.Open(words[1], number(words[2])); err != nil {
				panic(err)
			}
		case "transfer":
			receipt, err := transfers.Transfer(words[1], words[2], words[3], number(words[4]))
			answer(words[1], receipt, err)
		case "lost": // the same, but the answer never arrives
			_, _ = transfers.Transfer(words[1], words[2], words[3], number(words[4]))
		case "balance":
			fmt.Println("=>", words[1], "holds", transfers.Accounts.Balance(words[1]))
		case "total":
			fmt.Println("=> all hold", transfers.Accounts.Total())
		case "fail": // the n-th write from now on fails
			ledger.FailIn = number(words[1])
		case "restart": // the process starts anew; only the ledger stays
			transfers = NewTransfers(ledger)
		default:
			more(words, transfers)
		}
	}
}
