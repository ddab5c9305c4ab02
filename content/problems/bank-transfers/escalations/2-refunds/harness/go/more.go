package main

func more(words []string, transfers *Transfers) {
	if words[0] != "refund" {
		panic("unknown command: " + words[0])
	}
	receipt, err := transfers.Refund(words[1], words[2], number(words[3]))
	answer(words[1], receipt, err)
}
