package main

// Row is one row of the ledger: a whole request and its answer, so that half of one is never written.
//
// An opened account is a row without source and key. Refunds names the transfer that a refund pays back. A
// request that was refused moves nothing and is kept for its answer. Left is what the source held right after.
type Row struct {
	Key, Source, Target string
	Cents               int
	Refunds, Refused    string
	Left                int
}

// Moved is what this row brought to the account; negative for what left it.
func (r Row) Moved(account string) int {
	moved := 0
	if r.Refused != "" {
		return moved
	}
	if account == r.Target {
		moved += r.Cents
	}
	if account == r.Source {
		moved -= r.Cents
	}
	return moved
}

func (r Row) SameRequest(other Row) bool {
	r.Refused, r.Left = other.Refused, other.Left
	return r == other
}
