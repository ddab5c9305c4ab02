package main

import "sort"

// Sender posts what waits in the outbox to its subscribers, to each in order; what is not taken is tried again.
type Sender struct {
	Stats    Stats
	outbox   *Outbox
	network  *Network
	settings Settings
	clock    *Clock
	givenUp  map[string]int // events of a subscriber, in a row
}

func NewSender(outbox *Outbox, network *Network, settings Settings, clock *Clock) *Sender {
	return &Sender{outbox: outbox, network: network, settings: settings, clock: clock, givenUp: map[string]int{}}
}

func (s *Sender) Publish(event Event) { s.outbox.Add(Row{Event: event, DueMs: s.clock.NowMs()}) }

// NextDueMs says when there is something to post; false if nothing waits that may be posted.
func (s *Sender) NextDueMs() (int, bool) {
	first, some := 0, false
	for _, row := range s.heads() {
		if !some || row.DueMs < first {
			first, some = row.DueMs, true
		}
	}
	return first, some
}

// Deliver posts all that is due.
func (s *Sender) Deliver() {
	for {
		row, some := s.due()
		if !some {
			return
		}
		s.try(row)
	}
}

// Resume ends a pause; what waits is due at once.
func (s *Sender) Resume(subscriber string) { delete(s.givenUp, subscriber) }

func (s *Sender) Paused() []string {
	names := []string{}
	for name := range s.givenUp {
		if s.isPaused(name) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

func (s *Sender) isPaused(subscriber string) bool {
	return s.settings.PauseAfter > 0 && s.givenUp[subscriber] >= s.settings.PauseAfter
}

// heads gives the rows that may be posted as the next of their subscribers.
func (s *Sender) heads() []Row {
	heads := []Row{}
	for _, row := range s.outbox.Heads() {
		if !s.isPaused(row.Event.Subscriber) {
			heads = append(heads, row)
		}
	}
	return heads
}

func (s *Sender) due() (Row, bool) {
	for _, row := range s.heads() {
		if row.DueMs <= s.clock.NowMs() {
			return row, true
		}
	}
	return Row{}, false
}

func (s *Sender) try(row Row) {
	subscriber, status := row.Event.Subscriber, s.network.Post(row.Event)
	if status >= 200 && status < 300 {
		s.Stats.Sent++
		delete(s.givenUp, subscriber)
		s.outbox.Remove(row)
		return
	}
	s.Stats.Failed++
	tries := row.Tries + 1
	refused := status >= 400 && status < 500 // will be no better next time
	if tries >= s.settings.Attempts || refused {
		s.Stats.Dead++
		s.givenUp[subscriber]++
		s.outbox.Remove(row)
		return
	}
	waitMs := s.settings.WaitMs << (tries - 1)
	s.outbox.Replace(row, Row{row.Event, tries, s.clock.NowMs() + waitMs})
}
