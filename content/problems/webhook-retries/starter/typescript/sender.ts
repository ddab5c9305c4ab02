import type { Clock } from "./clock"
import type { Event } from "./event"
import type { Network } from "./network"
import type { Outbox } from "./outbox"
import type { Settings } from "./settings"
import { Stats } from "./stats"

/** Posts what waits in the outbox to its subscribers. */
export class Sender {
  readonly stats = new Stats()

  constructor(
    private readonly outbox: Outbox,
    private readonly network: Network,
    settings: Settings,
    private readonly clock: Clock,
  ) {}

  publish(event: Event): void {
    this.outbox.add({ event })
  }

  /** When there is something to post; undefined if nothing waits. */
  nextDueMs(): number | undefined {
    return this.outbox.rows.length > 0 ? this.clock.nowMs() : undefined
  }

  /** Posts all that is due. */
  deliver(): void {
    for (const row of [...this.outbox.rows]) {
      this.outbox.remove(row)
      const status = this.network.post(row.event)
      if (status >= 200 && status < 300) this.stats.sent += 1
      else this.stats.failed += 1
    }
  }
}
