import { Breaker } from "./breaker"
import type { Clock } from "./clock"
import { BadParcel, NotAsked, RemoteDown } from "./errors"
import type { Remote } from "./remote"
import type { Settings } from "./settings"
import { Stats } from "./stats"

export type Offer = { carrier: string; cents: number }

/** What a parcel costs, asked from the carriers; each is left alone for a while after it has failed. */
export class Quotes {
  readonly stats = new Stats()
  private readonly breakers = new Map<string, Breaker>()

  constructor(
    private readonly remote: Remote,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The price in cents. Throws RemoteDown, NotAsked or BadParcel. */
  quote(carrier: string, parcel: string): number {
    const breaker = this.breakerOf(carrier)
    if (!breaker.allows()) {
      this.stats.refused += 1
      throw new NotAsked()
    }
    this.stats.asked += 1
    const beganMs = this.clock.nowMs()
    try {
      const cents = this.remote.price(carrier, parcel)
      this.answered(breaker, beganMs)
      return cents
    } catch (error) {
      if (error instanceof RemoteDown) {
        this.stats.failed += 1
        breaker.failed()
      } else if (error instanceof BadParcel) {
        this.answered(breaker, beganMs) // an answer, and so a sign of health
      }
      throw error
    }
  }

  /** The carrier with the lowest price. Throws RemoteDown, NotAsked or BadParcel. */
  cheapest(parcel: string, carriers: string[]): Offer {
    let best: Offer | null = null
    let asked = false
    for (const carrier of carriers) {
      try {
        const cents = this.quote(carrier, parcel)
        if (best === null || cents < best.cents) best = { carrier, cents }
      } catch (error) {
        if (error instanceof RemoteDown) asked = true
        else if (!(error instanceof NotAsked)) throw error
      }
    }
    if (best === null) throw asked ? new RemoteDown() : new NotAsked()
    return best
  }

  private breakerOf(carrier: string): Breaker {
    const known = this.breakers.get(carrier) ?? new Breaker(this.settings, this.clock)
    this.breakers.set(carrier, known)
    return known
  }

  private answered(breaker: Breaker, beganMs: number): void {
    const { slowMs } = this.settings
    if (slowMs > 0 && this.clock.nowMs() - beganMs >= slowMs) {
      this.stats.slow += 1
      breaker.failed()
    } else {
      breaker.succeeded()
    }
  }
}
