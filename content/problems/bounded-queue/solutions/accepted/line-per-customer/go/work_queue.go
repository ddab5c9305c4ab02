package main

type waiting struct {
	sinceMs int
	job     Job
}

// WorkQueue holds jobs that wait for a worker: a line for each customer, and the customers take turns.
// Within a line those who came first give up first, so only the heads of the lines have to be looked at.
type WorkQueue struct {
	settings Settings
	clock    *Clock
	stats    *Stats
	lines    map[string][]waiting
	turns    []string // customers with a line, the next one first
	count    int
}

func NewWorkQueue(settings Settings, clock *Clock, stats *Stats) *WorkQueue {
	return &WorkQueue{settings: settings, clock: clock, stats: stats, lines: map[string][]waiting{}}
}

func (q *WorkQueue) HasPlace(customer string) bool {
	q.dropExpired()
	if q.settings.Capacity > 0 && q.count >= q.settings.Capacity {
		return false
	}
	return q.settings.PerCustomer == 0 || len(q.lines[customer]) < q.settings.PerCustomer
}

func (q *WorkQueue) Push(job Job) {
	if len(q.lines[job.Customer]) == 0 {
		q.turns = append(q.turns, job.Customer)
	}
	q.lines[job.Customer] = append(q.lines[job.Customer], waiting{q.clock.NowMs(), job})
	q.count++
}

// Pop gives the next job; false if there is none.
func (q *WorkQueue) Pop() (Job, bool) {
	q.dropExpired()
	if q.count == 0 {
		return Job{}, false
	}
	customer := q.turns[0]
	q.turns = q.turns[1:]
	job := q.lines[customer][0].job
	q.lines[customer] = q.lines[customer][1:]
	q.count--
	if len(q.lines[customer]) > 0 {
		q.turns = append(q.turns, customer)
	} else {
		delete(q.lines, customer)
	}
	return job, true
}

func (q *WorkQueue) Size() int {
	q.dropExpired()
	return q.count
}

// NextExpiryMs says when the first of the waiting jobs gives up; false if none does.
func (q *WorkQueue) NextExpiryMs() (int, bool) {
	first, some := 0, false
	for _, line := range q.lines {
		if at := line[0].sinceMs + q.settings.PatienceMs; !some || at < first {
			first, some = at, true
		}
	}
	return first, some && q.settings.PatienceMs > 0
}

func (q *WorkQueue) dropExpired() {
	if q.settings.PatienceMs == 0 {
		return
	}
	turns := []string{}
	for _, customer := range q.turns {
		line := q.lines[customer]
		for len(line) > 0 && line[0].sinceMs+q.settings.PatienceMs <= q.clock.NowMs() {
			line = line[1:]
			q.count--
			q.stats.Expired++
		}
		if len(line) > 0 {
			q.lines[customer] = line
			turns = append(turns, customer)
		} else {
			delete(q.lines, customer)
		}
	}
	q.turns = turns
}
