import type { Bank } from "./bank"
import type { Clock } from "./clock"

/** Charges cards. Throws HttpError or ConnectionLost. */
export class PaymentClient {
  constructor(
    private readonly bank: Bank,
    readonly clock: Clock,
  ) {}

  charge(order: string, cents: number): string {
    return this.bank.charge({ order, cents })
  }
}
