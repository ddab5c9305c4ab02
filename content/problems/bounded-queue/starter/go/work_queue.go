package main

// WorkQueue holds jobs that wait for a worker, first come, first served.
type WorkQueue struct{ jobs []Job }

func (q *WorkQueue) Push(job Job) { q.jobs = append(q.jobs, job) }

// Pop gives the next job; false if there is none.
func (q *WorkQueue) Pop() (Job, bool) {
	if len(q.jobs) == 0 {
		return Job{}, false
	}
	job := q.jobs[0]
	q.jobs = q.jobs[1:]
	return job, true
}

func (q *WorkQueue) Size() int { return len(q.jobs) }
