package main

// Quotes says what a parcel costs, asked from the carrier.
type Quotes struct {
	Stats  Stats
	remote *Remote
}

func NewQuotes(remote *Remote, settings Settings, clock *Clock) *Quotes {
	return &Quotes{remote: remote}
}

// Quote gives the price in cents. The error is ErrRemoteDown or ErrBadParcel.
func (q *Quotes) Quote(carrier, parcel string) (int, error) {
	q.Stats.Asked++
	cents, err := q.remote.Price(carrier, parcel)
	if err == ErrRemoteDown {
		q.Stats.Failed++
	}
	return cents, err
}
