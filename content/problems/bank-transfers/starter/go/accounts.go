package main

// Accounts is what each account holds, as the ledger has it.
type Accounts struct{ ledger *Ledger }

func (a *Accounts) Open(account string, cents int) error {
	return a.ledger.Append(Row{account, cents})
}

func (a *Accounts) Exists(account string) bool {
	for _, row := range a.ledger.Rows {
		if row.Account == account {
			return true
		}
	}
	return false
}

func (a *Accounts) Balance(account string) int {
	sum := 0
	for _, row := range a.ledger.Rows {
		if row.Account == account {
			sum += row.Cents
		}
	}
	return sum
}

func (a *Accounts) Total() int {
	sum := 0
	for _, row := range a.ledger.Rows {
		sum += row.Cents
	}
	return sum
}
