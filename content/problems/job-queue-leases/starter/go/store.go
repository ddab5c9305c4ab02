package main

// JobStore has all jobs, in the order in which they were added.
type JobStore struct {
	jobs []*Job
	byID map[string]*Job
}

func NewJobStore() *JobStore {
	return &JobStore{byID: map[string]*Job{}}
}

func (s *JobStore) Add(job *Job) {
	s.jobs = append(s.jobs, job)
	s.byID[job.ID] = job
}

func (s *JobStore) Get(jobID string) *Job {
	return s.byID[jobID]
}

func (s *JobStore) InState(state State) []*Job {
	found := []*Job{}
	for _, job := range s.jobs {
		if job.State == state {
			found = append(found, job)
		}
	}
	return found
}
