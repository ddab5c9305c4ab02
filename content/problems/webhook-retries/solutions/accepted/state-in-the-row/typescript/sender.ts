import type { Clock } from "./clock"
import type { Event } from "./event"
import type { Network } from "./network"
import type { Outbox, Row } from "./outbox"
import type { Settings } from "./settings"
import { Stats } from "./stats"

/** Posts what waits in the outbox to its subscribers, to each in order; what is not taken is tried again. */
export class Sender {
  readonly stats = new Stats()
  private readonly givenUp = new Map<string, number>() // events of a subscriber, in a row

  constructor(
    private readonly outbox: Outbox,
    private readonly network: Network,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  publish(event: Event): void {
    this.outbox.add({ event, tries: 0, dueMs: this.clock.nowMs() })
  }

  /** When there is something to post; undefined if nothing waits that may be posted. */
  nextDueMs(): number | undefined {
    const due = this.heads().map((row) => row.dueMs)
    return due.length > 0 ? Math.min(...due) : undefined
  }

  /** Posts all that is due. */
  deliver(): void {
    for (;;) {
      const row = this.heads().find(({ dueMs }) => dueMs <= this.clock.nowMs())
      if (row === undefined) return
      this.try(row)
    }
  }

  /** Ends a pause; what waits is due at once. */
  resume(subscriber: string): void {
    this.givenUp.delete(subscriber)
  }

  paused(): string[] {
    return [...this.givenUp.keys()].filter((name) => this.isPaused(name)).sort()
  }

  private isPaused(subscriber: string): boolean {
    const { pauseAfter } = this.settings
    return pauseAfter > 0 && (this.givenUp.get(subscriber) ?? 0) >= pauseAfter
  }

  /** The rows that may be posted as the next of their subscribers. */
  private heads(): Row[] {
    return this.outbox.heads().filter((row) => !this.isPaused(row.event.subscriber))
  }

  private try(row: Row): void {
    const { event } = row
    const status = this.network.post(event)
    if (status >= 200 && status < 300) {
      this.stats.sent += 1
      this.givenUp.delete(event.subscriber)
      this.outbox.remove(row)
      return
    }
    this.stats.failed += 1
    const tries = row.tries + 1
    // 4xx will be no better next time
    if (tries >= this.settings.attempts || (status >= 400 && status < 500)) {
      this.stats.dead += 1
      this.givenUp.set(event.subscriber, (this.givenUp.get(event.subscriber) ?? 0) + 1)
      this.outbox.remove(row)
      return
    }
    const waitMs = this.settings.waitMs * 2 ** (tries - 1)
    this.outbox.replace(row, { event, tries, dueMs: this.clock.nowMs() + waitMs })
  }
}
