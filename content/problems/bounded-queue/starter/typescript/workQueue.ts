import type { Job } from "./job"

/** Jobs that wait for a worker, first come, first served. */
export class WorkQueue {
  private readonly jobs: Job[] = []

  push(job: Job): void {
    this.jobs.push(job)
  }

  /** The next job, or undefined. */
  pop(): Job | undefined {
    return this.jobs.shift()
  }

  size(): number {
    return this.jobs.length
  }
}
