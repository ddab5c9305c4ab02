package main

// JobQueue gives jobs to workers: each customer in turn, the oldest first.
type JobQueue struct {
	store    *JobStore
	settings Settings
	clock    *Clock
	served   map[string]int // customer to the number of the take
	takes    int
}

func NewJobQueue(settings Settings, clock *Clock) *JobQueue {
	return &JobQueue{store: NewJobStore(), settings: settings, clock: clock, served: map[string]int{}}
}

func (q *JobQueue) Add(jobID string) {
	q.store.Add(&Job{ID: jobID, State: Waiting})
}

func (q *JobQueue) AddLater(jobID string, atMs int64) {
	q.store.Add(&Job{ID: jobID, State: Waiting, NotBeforeMs: atMs})
}

func (q *JobQueue) AddFor(jobID, customer string) {
	q.store.Add(&Job{ID: jobID, State: Waiting, Customer: customer})
}

// Take gives the id of a job that this worker has from now on; found is false if none is waiting.
func (q *JobQueue) Take(worker string) (jobID string, found bool) {
	q.letGoOfLapsed()
	running := map[string]int{}
	for _, job := range q.store.InState(Running) {
		running[job.Customer]++
	}
	var next *Job
	for _, job := range q.store.InState(Waiting) {
		if !q.isDue(job) {
			continue
		}
		if next == nil || running[job.Customer] < running[next.Customer] ||
			running[job.Customer] == running[next.Customer] && q.served[job.Customer] < q.served[next.Customer] {
			next = job
		}
	}
	if next == nil {
		return "", false
	}
	q.takes++
	q.served[next.Customer] = q.takes
	next.State, next.Worker = Running, worker
	next.Tries++
	q.renew(next)
	return next.ID, true
}

// Heartbeat: the worker is still at it. It gives false if the worker does not have the job any more.
func (q *JobQueue) Heartbeat(jobID, worker string) bool {
	if !q.has(jobID, worker) {
		return false
	}
	q.renew(q.store.Get(jobID))
	return true
}

func (q *JobQueue) Done(jobID, worker string) bool {
	if !q.has(jobID, worker) {
		return false
	}
	q.store.Get(jobID).State = Done
	return true
}

func (q *JobQueue) Fail(jobID, worker string) bool {
	if !q.has(jobID, worker) {
		return false
	}
	q.giveBack(q.store.Get(jobID), q.clock.NowMs())
	return true
}

// Counts says how many jobs are in each state, for the dashboard.
func (q *JobQueue) Counts() map[State]int {
	q.letGoOfLapsed()
	counts := map[State]int{}
	for _, state := range []State{Running, Done, Dead} {
		counts[state] = len(q.store.InState(state))
	}
	for _, job := range q.store.InState(Waiting) {
		if q.isDue(job) {
			counts[Waiting]++
		} else {
			counts["delayed"]++
		}
	}
	return counts
}

func (q *JobQueue) isDue(job *Job) bool {
	return job.NotBeforeMs <= q.clock.NowMs()
}

func (q *JobQueue) has(jobID, worker string) bool {
	q.letGoOfLapsed()
	job := q.store.Get(jobID)
	return job.State == Running && job.Worker == worker
}

func (q *JobQueue) renew(job *Job) {
	if q.settings.LeaseMs > 0 {
		job.LeaseUntilMs = q.clock.NowMs() + q.settings.LeaseMs
	}
}

func (q *JobQueue) letGoOfLapsed() {
	for _, job := range q.store.InState(Running) {
		if job.LeaseUntilMs > 0 && job.LeaseUntilMs <= q.clock.NowMs() {
			q.giveBack(job, job.LeaseUntilMs)
		}
	}
}

// giveBack: the try is over without being done; the job waits again, or is put aside.
func (q *JobQueue) giveBack(job *Job, atMs int64) {
	if q.settings.MaxTries > 0 && job.Tries >= q.settings.MaxTries {
		job.State = Dead
		return
	}
	job.State = Waiting
	job.NotBeforeMs = atMs + q.settings.BackoffMs<<(job.Tries-1)
}
