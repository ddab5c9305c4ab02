import type { Clock } from "./clock"
import { Job } from "./job"
import type { Settings } from "./settings"
import { JobStore } from "./store"

/** Gives jobs to workers, the oldest first. */
export class JobQueue {
  private readonly store = new JobStore()

  constructor(settings: Settings, clock: Clock) {}

  add(jobId: string): void {
    this.store.add(new Job(jobId))
  }

  /** The id of a job that this worker has from now on, or undefined if none is waiting. */
  take(worker: string): string | undefined {
    const job = this.store.inState("waiting")[0]
    if (job === undefined) return undefined
    job.state = "running"
    job.worker = worker
    return job.id
  }

  /** The worker is still at it. Workers call it already; it does nothing yet. */
  heartbeat(jobId: string, worker: string): boolean {
    return true
  }

  done(jobId: string, worker: string): boolean {
    this.store.get(jobId).state = "done"
    return true
  }

  fail(jobId: string, worker: string): boolean {
    this.store.get(jobId).state = "waiting"
    return true
  }

  /** How many jobs are in each state, for the dashboard. */
  counts(): Record<string, number> {
    return {
      waiting: this.store.inState("waiting").length,
      running: this.store.inState("running").length,
      done: this.store.inState("done").length,
    }
  }
}
