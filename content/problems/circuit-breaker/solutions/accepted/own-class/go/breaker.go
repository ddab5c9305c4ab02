package main

// Breaker says whether a carrier may be asked, and learns from how it went.
type Breaker struct {
	settings    Settings
	clock       *Clock
	failures    int // in a row
	open        bool
	openUntilMs int
}

// Allows says whether to ask now. When the pause is over, what is asked is the trial.
func (b *Breaker) Allows() bool { return !b.open || b.openUntilMs <= b.clock.NowMs() }

func (b *Breaker) Succeeded() { b.failures, b.open = 0, false }

func (b *Breaker) Failed() {
	b.failures++
	trial := b.open
	if b.settings.Threshold > 0 && (trial || b.failures >= b.settings.Threshold) {
		b.open, b.openUntilMs = true, b.clock.NowMs()+b.settings.OpenMs
	}
}
