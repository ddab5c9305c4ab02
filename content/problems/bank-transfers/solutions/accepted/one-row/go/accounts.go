package main

// Accounts is what each account holds, as the ledger has it.
type Accounts struct{ ledger *Ledger }

func (a *Accounts) Open(account string, cents int) error {
	return a.ledger.Append(Row{Target: account, Cents: cents})
}

func (a *Accounts) Exists(account string) bool {
	for _, row := range a.ledger.Rows {
		if row.Key == "" && row.Target == account {
			return true
		}
	}
	return false
}

func (a *Accounts) Balance(account string) int {
	sum := 0
	for _, row := range a.ledger.Rows {
		sum += row.Moved(account)
	}
	return sum
}

func (a *Accounts) Total() int {
	opened := map[string]bool{}
	for _, row := range a.ledger.Rows {
		if row.Key == "" {
			opened[row.Target] = true
		}
	}
	sum := 0
	for account := range opened {
		sum += a.Balance(account)
	}
	return sum
}
