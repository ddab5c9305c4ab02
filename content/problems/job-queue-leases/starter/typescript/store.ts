import type { Job, State } from "./job"

/** All jobs, in the order in which they were added. */
export class JobStore {
  private readonly jobs = new Map<string, Job>()

  add(job: Job): void {
    this.jobs.set(job.id, job)
  }

  get(jobId: string): Job {
    return this.jobs.get(jobId) as Job
  }

  inState(state: State): Job[] {
    return [...this.jobs.values()].filter((job) => job.state === state)
  }
}
