import type { Bank } from "./bank"
import type { Clock } from "./clock"

const ATTEMPTS = 4
const FIRST_WAIT_MS = 100

/** Charges cards, and tries again when something goes wrong. */
export class PaymentClient {
  constructor(
    private readonly bank: Bank,
    readonly clock: Clock,
  ) {}

  charge(order: string, cents: number): string {
    return this.withRetries(() => this.bank.charge({ order, cents }))
  }

  /** Calls `work` up to ATTEMPTS times, and waits twice as long after each failure. */
  private withRetries(work: () => string): string {
    let waitMs = FIRST_WAIT_MS
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return work()
      } catch (error) {
        console.log(`attempt ${attempt} failed: ${error}`)
        this.clock.sleep(waitMs)
        waitMs *= 2
      }
    }
    throw new Error("payment failed")
  }
}
