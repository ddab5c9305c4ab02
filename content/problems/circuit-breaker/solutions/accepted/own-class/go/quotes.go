package main

// Quotes says what a parcel costs, asked from the carriers; each is left alone for a while after it has failed.
type Quotes struct {
	Stats    Stats
	remote   *Remote
	settings Settings
	clock    *Clock
	breakers map[string]*Breaker
}

func NewQuotes(remote *Remote, settings Settings, clock *Clock) *Quotes {
	return &Quotes{remote: remote, settings: settings, clock: clock, breakers: map[string]*Breaker{}}
}

// Quote gives the price in cents. The error is ErrRemoteDown, ErrNotAsked or ErrBadParcel.
func (q *Quotes) Quote(carrier, parcel string) (int, error) {
	breaker := q.breakerOf(carrier)
	if !breaker.Allows() {
		q.Stats.Refused++
		return 0, ErrNotAsked
	}
	q.Stats.Asked++
	beganMs := q.clock.NowMs()
	cents, err := q.remote.Price(carrier, parcel)
	if err == ErrRemoteDown {
		q.Stats.Failed++
		breaker.Failed()
	} else { // ErrBadParcel is an answer, and so a sign of health
		q.answered(breaker, beganMs)
	}
	return cents, err
}

// Cheapest gives the carrier with the lowest price, and the price.
func (q *Quotes) Cheapest(parcel string, carriers []string) (string, int, error) {
	best, lowest, failed := "", 0, ErrNotAsked
	for _, carrier := range carriers {
		cents, err := q.Quote(carrier, parcel)
		switch {
		case err == ErrBadParcel:
			return "", 0, err
		case err == ErrRemoteDown:
			failed = err
		case err == nil && (best == "" || cents < lowest):
			best, lowest = carrier, cents
		}
	}
	if best == "" {
		return "", 0, failed
	}
	return best, lowest, nil
}

func (q *Quotes) breakerOf(carrier string) *Breaker {
	if q.breakers[carrier] == nil {
		q.breakers[carrier] = &Breaker{settings: q.settings, clock: q.clock}
	}
	return q.breakers[carrier]
}

func (q *Quotes) answered(breaker *Breaker, beganMs int) {
	if q.settings.SlowMs > 0 && q.clock.NowMs()-beganMs >= q.settings.SlowMs {
		q.Stats.Slow++
		breaker.Failed()
	} else {
		breaker.Succeeded()
	}
}
