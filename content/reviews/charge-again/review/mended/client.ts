import { type Bank, ConnectionLost, HttpError } from "./bank"
import type { Clock } from "./clock"

const ATTEMPTS = 4
const FIRST_WAIT_MS = 100

/** Charges cards; what may pass by itself is tried again. Throws HttpError or ConnectionLost, the last one seen. */
export class PaymentClient {
  constructor(
    private readonly bank: Bank,
    readonly clock: Clock,
  ) {}

  charge(order: string, cents: number): string {
    // An order is charged once, so its name is the key: also for whoever asks again after a restart.
    return this.withRetries(() => this.bank.charge({ order, cents, idempotencyKey: order }))
  }

  /** Calls `work` up to ATTEMPTS times, and waits twice as long after each failure but the last. */
  private withRetries(work: () => string): string {
    for (let attempt = 1; ; attempt++) {
      try {
        return work()
      } catch (error) {
        if (attempt === ATTEMPTS || !mayPass(error)) throw error
        this.clock.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1))
      }
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof HttpError && error.status === 503)
}
