package main

// JobQueue gives jobs to workers, the oldest first.
type JobQueue struct {
	store *JobStore
}

func NewJobQueue(settings Settings, clock *Clock) *JobQueue {
	return &JobQueue{NewJobStore()}
}

func (q *JobQueue) Add(jobID string) {
	q.store.Add(&Job{ID: jobID, State: Waiting})
}

// Take gives the id of a job that this worker has from now on; found is false if none is waiting.
func (q *JobQueue) Take(worker string) (jobID string, found bool) {
	waiting := q.store.InState(Waiting)
	if len(waiting) == 0 {
		return "", false
	}
	job := waiting[0]
	job.State = Running
	job.Worker = worker
	return job.ID, true
}

// Heartbeat: the worker is still at it. Workers call it already; it does nothing yet.
func (q *JobQueue) Heartbeat(jobID, worker string) bool {
	return true
}

func (q *JobQueue) Done(jobID, worker string) bool {
	q.store.Get(jobID).State = Done
	return true
}

func (q *JobQueue) Fail(jobID, worker string) bool {
	q.store.Get(jobID).State = Waiting
	return true
}

// Counts says how many jobs are in each state, for the dashboard.
func (q *JobQueue) Counts() map[State]int {
	counts := map[State]int{}
	for _, state := range []State{Waiting, Running, Done} {
		counts[state] = len(q.store.InState(state))
	}
	return counts
}
