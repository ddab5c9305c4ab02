import type { Clock } from "./clock"
import { RemoteDown } from "./errors"
import type { Remote } from "./remote"
import type { Settings } from "./settings"
import { Stats } from "./stats"

/** What a parcel costs, asked from the carrier. */
export class Quotes {
  readonly stats = new Stats()

  constructor(
    private readonly remote: Remote,
    settings: Settings,
    clock: Clock,
  ) {}

  /** The price in cents. Throws RemoteDown or BadParcel. */
  quote(carrier: string, parcel: string): number {
    this.stats.asked += 1
    try {
      return this.remote.price(carrier, parcel)
    } catch (error) {
      if (error instanceof RemoteDown) this.stats.failed += 1
      throw error
    }
  }
}
