package main

// Row is one row of the ledger: so much came to this account, or left it.
type Row struct {
	Account string
	Cents   int
}
