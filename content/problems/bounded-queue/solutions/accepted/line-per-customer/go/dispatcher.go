package main

type running struct {
	doneMs int
	job    Job
}

// Dispatcher runs up to Workers jobs at the same time; the others wait, as far as there are places.
type Dispatcher struct {
	Stats    Stats
	settings Settings
	clock    *Clock
	queue    *WorkQueue
	running  []running
}

func NewDispatcher(settings Settings, clock *Clock) *Dispatcher {
	d := &Dispatcher{settings: settings, clock: clock}
	d.queue = NewWorkQueue(settings, clock, &d.Stats)
	return d
}

// Submit refuses with Busy when the job would have to wait and no place is free.
func (d *Dispatcher) Submit(job Job) error {
	if len(d.running) >= d.settings.Workers && !d.queue.HasPlace(job.Customer) {
		d.Stats.Refused++
		placeMs, _ := d.NextDoneMs()
		if expiryMs, some := d.queue.NextExpiryMs(); some && expiryMs < placeMs {
			placeMs = expiryMs
		}
		return Busy{placeMs - d.clock.NowMs()}
	}
	d.Stats.Accepted++
	d.queue.Push(job)
	d.start()
	return nil
}

// NextDoneMs says when the first of the running jobs is done; false if nothing runs.
func (d *Dispatcher) NextDoneMs() (int, bool) {
	if len(d.running) == 0 {
		return 0, false
	}
	first := d.running[0].doneMs
	for _, one := range d.running {
		if one.doneMs < first {
			first = one.doneMs
		}
	}
	return first, true
}

// Finish gives the jobs that are done by now, in the order in which they were started. Their workers take the next ones.
func (d *Dispatcher) Finish() []Job {
	done, still := []Job{}, []running{}
	for _, one := range d.running {
		if one.doneMs <= d.clock.NowMs() {
			done = append(done, one.job)
		} else {
			still = append(still, one)
		}
	}
	d.running = still
	d.Stats.Done += len(done)
	d.start()
	return done
}

func (d *Dispatcher) Waiting() int { return d.queue.Size() }

func (d *Dispatcher) start() {
	for len(d.running) < d.settings.Workers {
		job, ok := d.queue.Pop()
		if !ok {
			return
		}
		d.running = append(d.running, running{d.clock.NowMs() + job.WorkMs, job})
	}
}
