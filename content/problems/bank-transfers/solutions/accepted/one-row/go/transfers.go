package main

// Receipt holds what the source had right after the transfer.
type Receipt struct{ Balance int }

// Transfers keeps each request as one row with its answer. Its key is looked up first, also after a restart.
type Transfers struct {
	Accounts *Accounts
	ledger   *Ledger
	answered map[string]Row
}

func NewTransfers(ledger *Ledger) *Transfers {
	answered := map[string]Row{}
	for _, row := range ledger.Rows {
		if row.Key != "" {
			answered[row.Key] = row
		}
	}
	return &Transfers{&Accounts{ledger}, ledger, answered}
}

// Transfer moves money once per key. The error is Refused or ErrStoreDown.
func (t *Transfers) Transfer(key, source, target string, cents int) (Receipt, error) {
	return t.once(Row{Key: key, Source: source, Target: target, Cents: cents})
}

// Refund pays back some of an earlier transfer, once per key. The error is Refused or ErrStoreDown.
func (t *Transfers) Refund(key, transfer string, cents int) (Receipt, error) {
	paid := t.answered[transfer]
	return t.once(Row{Key: key, Source: paid.Target, Target: paid.Source, Cents: cents, Refunds: transfer})
}

func (t *Transfers) once(request Row) (Receipt, error) {
	known, found := t.answered[request.Key]
	if !found {
		known = request
		known.Refused = t.whyNot(request)
		known.Left = t.Accounts.Balance(request.Source)
		if known.Refused == "" {
			known.Left -= request.Cents
		}
		if err := t.ledger.Append(known); err != nil {
			return Receipt{}, err
		}
		t.answered[request.Key] = known
	} else if !known.SameRequest(request) {
		return Receipt{}, Refused{"key-reused"}
	}
	if known.Refused != "" {
		return Receipt{}, Refused{known.Refused}
	}
	return Receipt{known.Left}, nil
}

// whyNot is the reason to refuse, or nothing.
func (t *Transfers) whyNot(request Row) string {
	refund := request.Refunds != ""
	switch {
	case request.Cents <= 0:
		return "bad-amount"
	case refund && !t.mayRefund(request.Refunds):
		return "unknown-transfer"
	case request.Source == request.Target:
		return "same-account"
	case !t.Accounts.Exists(request.Source) || !t.Accounts.Exists(request.Target):
		return "unknown-account"
	case refund && request.Cents > t.refundable(request.Refunds):
		return "too-much"
	case t.Accounts.Balance(request.Source) < request.Cents:
		return "not-enough"
	}
	return ""
}

func (t *Transfers) mayRefund(transfer string) bool {
	paid, found := t.answered[transfer]
	return found && paid.Refused == "" && paid.Refunds == ""
}

func (t *Transfers) refundable(transfer string) int {
	left := t.answered[transfer].Cents
	for _, row := range t.ledger.Rows {
		if row.Refunds == transfer && row.Refused == "" {
			left -= row.Cents
		}
	}
	return left
}
