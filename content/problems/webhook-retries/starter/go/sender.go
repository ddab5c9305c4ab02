package main

// Sender posts what waits in the outbox to its subscribers.
type Sender struct {
	Stats   Stats
	outbox  *Outbox
	network *Network
	clock   *Clock
}

func NewSender(outbox *Outbox, network *Network, settings Settings, clock *Clock) *Sender {
	return &Sender{outbox: outbox, network: network, clock: clock}
}

func (s *Sender) Publish(event Event) { s.outbox.Add(Row{event}) }

// NextDueMs says when there is something to post; false if nothing waits.
func (s *Sender) NextDueMs() (int, bool) { return s.clock.NowMs(), len(s.outbox.Rows) > 0 }

// Deliver posts all that is due.
func (s *Sender) Deliver() {
	for _, row := range append([]Row(nil), s.outbox.Rows...) {
		s.outbox.Remove(row)
		if status := s.network.Post(row.Event); status >= 200 && status < 300 {
			s.Stats.Sent++
		} else {
			s.Stats.Failed++
		}
	}
}
