import type { Clock } from "./clock"
import type { Job } from "./job"
import type { Settings } from "./settings"
import type { Stats } from "./stats"

type Line = { sinceMs: number; job: Job }[]

/**
 * Jobs that wait for a worker: a line for each customer, and the customers take turns.
 *
 * Within a line those who came first give up first, so only the heads of the lines have to be looked at.
 */
export class WorkQueue {
  private readonly lines = new Map<string, Line>() // by turn: a map keeps the order in which keys were set
  private count = 0

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly stats: Stats,
  ) {}

  hasPlace(customer: string): boolean {
    this.dropExpired()
    const { capacity, perCustomer } = this.settings
    if (capacity > 0 && this.count >= capacity) return false
    return perCustomer === 0 || (this.lines.get(customer)?.length ?? 0) < perCustomer
  }

  push(job: Job): void {
    const line = this.lines.get(job.customer) ?? []
    line.push({ sinceMs: this.clock.nowMs(), job })
    this.lines.set(job.customer, line)
    this.count += 1
  }

  /** The next job, or undefined. */
  pop(): Job | undefined {
    this.dropExpired()
    for (const [customer, line] of this.lines) {
      const { job } = line[0]
      this.take(customer, line)
      if (line.length > 0) {
        this.lines.delete(customer)
        this.lines.set(customer, line) // to the end of the turns
      }
      return job
    }
    return undefined
  }

  size(): number {
    this.dropExpired()
    return this.count
  }

  /** When the first of the waiting jobs gives up; Infinity if none does. */
  nextExpiryMs(): number {
    const { patienceMs } = this.settings
    if (patienceMs === 0) return Infinity
    return Math.min(...[...this.lines.values()].map(([head]) => head.sinceMs)) + patienceMs
  }

  private dropExpired(): void {
    const { patienceMs } = this.settings
    if (patienceMs === 0) return
    for (const [customer, line] of [...this.lines]) {
      while (line.length > 0 && line[0].sinceMs + patienceMs <= this.clock.nowMs()) {
        this.take(customer, line)
        this.stats.expired += 1
      }
    }
  }

  private take(customer: string, line: Line): void {
    this.count -= 1
    line.shift()
    if (line.length === 0) this.lines.delete(customer)
  }
}
