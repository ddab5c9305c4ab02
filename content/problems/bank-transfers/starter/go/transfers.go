package main

// Receipt holds what the source had right after the transfer.
type Receipt struct{ Balance int }

type Transfers struct {
	Accounts *Accounts
	ledger   *Ledger
}

func NewTransfers(ledger *Ledger) *Transfers {
	return &Transfers{&Accounts{ledger}, ledger}
}

// Transfer moves money. The key is the client's name for this request. The error is Refused or ErrStoreDown.
func (t *Transfers) Transfer(key, source, target string, cents int) (Receipt, error) {
	switch {
	case cents <= 0:
		return Receipt{}, Refused{"bad-amount"}
	case source == target:
		return Receipt{}, Refused{"same-account"}
	case !t.Accounts.Exists(source) || !t.Accounts.Exists(target):
		return Receipt{}, Refused{"unknown-account"}
	case t.Accounts.Balance(source) < cents:
		return Receipt{}, Refused{"not-enough"}
	}
	if err := t.ledger.Append(Row{source, -cents}); err != nil {
		return Receipt{}, err
	}
	if err := t.ledger.Append(Row{target, cents}); err != nil {
		return Receipt{}, err
	}
	return Receipt{t.Accounts.Balance(source)}, nil
}
