import type { Clock } from "./clock"
import { Job } from "./job"
import type { Settings } from "./settings"
import { JobStore } from "./store"

/** Gives jobs to workers: each customer in turn, the oldest first. */
export class JobQueue {
  private readonly store = new JobStore()
  private readonly settings: Settings
  private readonly clock: Clock
  private readonly served = new Map<string, number>() // customer to the number of the take
  private takes = 0

  constructor(settings: Settings, clock: Clock) {
    this.settings = settings
    this.clock = clock
  }

  add(jobId: string): void {
    this.store.add(new Job(jobId))
  }

  addLater(jobId: string, atMs: number): void {
    this.store.add(new Job(jobId, "", atMs))
  }

  addFor(jobId: string, customer: string): void {
    this.store.add(new Job(jobId, customer))
  }

  /** The id of a job that this worker has from now on, or undefined if none is waiting. */
  take(worker: string): string | undefined {
    this.letGoOfLapsed()
    const running = new Map<string, number>()
    for (const { customer } of this.store.inState("running")) running.set(customer, (running.get(customer) ?? 0) + 1)
    const fewest = (job: Job) => running.get(job.customer) ?? 0
    const served = (job: Job) => this.served.get(job.customer) ?? -1
    // Sorting is stable, so that of equals the oldest stays first.
    const [job] = this.store
      .inState("waiting")
      .filter((one) => this.isDue(one))
      .sort((one, other) => fewest(one) - fewest(other) || served(one) - served(other))
    if (job === undefined) return undefined
    this.takes++
    this.served.set(job.customer, this.takes)
    job.state = "running"
    job.worker = worker
    this.renew(job)
    return job.id
  }

  /** The worker is still at it. False if it does not have the job any more. */
  heartbeat(jobId: string, worker: string): boolean {
    if (!this.has(jobId, worker)) return false
    this.renew(this.store.get(jobId))
    return true
  }

  done(jobId: string, worker: string): boolean {
    if (!this.has(jobId, worker)) return false
    this.store.get(jobId).state = "done"
    return true
  }

  fail(jobId: string, worker: string): boolean {
    if (!this.has(jobId, worker)) return false
    this.store.get(jobId).tries++
    this.giveBack(this.store.get(jobId), this.clock.nowMs())
    return true
  }

  /** How many jobs are in each state, for the dashboard. */
  counts(): Record<string, number> {
    this.letGoOfLapsed()
    const waiting = this.store.inState("waiting")
    const due = waiting.filter((job) => this.isDue(job)).length
    return {
      waiting: due,
      delayed: waiting.length - due,
      running: this.store.inState("running").length,
      done: this.store.inState("done").length,
      dead: this.store.inState("dead").length,
    }
  }

  private isDue(job: Job): boolean {
    return job.notBeforeMs <= this.clock.nowMs()
  }

  private has(jobId: string, worker: string): boolean {
    this.letGoOfLapsed()
    const job = this.store.get(jobId)
    return job.state === "running" && job.worker === worker
  }

  private renew(job: Job): void {
    if (this.settings.leaseMs) job.leaseUntilMs = this.clock.nowMs() + this.settings.leaseMs
  }

  private letGoOfLapsed(): void {
    for (const job of this.store.inState("running")) {
      if (job.leaseUntilMs <= this.clock.nowMs()) this.giveBack(job, job.leaseUntilMs)
    }
  }

  /** The try is over without being done: it waits again, or is put aside. */
  private giveBack(job: Job, atMs: number): void {
    if (this.settings.maxTries && job.tries >= this.settings.maxTries) {
      job.state = "dead"
      return
    }
    job.state = "waiting"
    job.notBeforeMs = atMs + (this.settings.backoffMs ?? 0) * 2 ** (job.tries - 1)
  }
}
