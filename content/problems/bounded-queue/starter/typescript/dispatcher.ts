import type { Clock } from "./clock"
import type { Job } from "./job"
import type { Settings } from "./settings"
import { Stats } from "./stats"
import { WorkQueue } from "./workQueue"

/** Runs up to `workers` jobs at the same time; the others wait. */
export class Dispatcher {
  readonly stats = new Stats()
  private readonly queue = new WorkQueue()
  private running: { doneMs: number; job: Job }[] = []

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  submit(job: Job): void {
    this.stats.accepted += 1
    this.queue.push(job)
    this.start()
  }

  /** When the first of the running jobs is done, or undefined if nothing runs. */
  nextDoneMs(): number | undefined {
    return this.running.length === 0 ? undefined : Math.min(...this.running.map(({ doneMs }) => doneMs))
  }

  /** Jobs that are done by now, in the order in which they were started. Their workers take the next ones. */
  finish(): Job[] {
    const nowMs = this.clock.nowMs()
    const done = this.running.filter(({ doneMs }) => doneMs <= nowMs).map(({ job }) => job)
    this.running = this.running.filter(({ doneMs }) => doneMs > nowMs)
    this.stats.done += done.length
    this.start()
    return done
  }

  waiting(): number {
    return this.queue.size()
  }

  private start(): void {
    while (this.running.length < this.settings.workers) {
      const job = this.queue.pop()
      if (job === undefined) return
      this.running.push({ doneMs: this.clock.nowMs() + job.workMs, job })
    }
  }
}
