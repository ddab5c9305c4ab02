/** The bank answered, but not with success. 402: the card was declined. 503: try again later. */
export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`)
  }
}

/** No answer came. The bank may or may not have done what was asked. */
export class ConnectionLost extends Error {}

export type Request = { order: string; cents: number; idempotencyKey?: string }

/**
 * Stands for the bank. It promises: two requests with the same idempotencyKey are carried out once, and the second
 * gets the answer of the first. Without a key each request is a charge of its own. A 503 may come before or after the
 * work was done.
 */
export class Bank {
  next: string[] = []
  charges: string[] = []
  asked = 0
  private known = new Map<string, string>()

  charge(request: Request): string {
    this.asked += 1
    const fate = this.next.shift() ?? "ok"
    if (fate === "broken") throw new ConnectionLost()
    if (fate === "402") throw new HttpError(402)
    const receipt = this.carryOut(request)
    if (fate === "lost") throw new ConnectionLost()
    if (fate === "503") throw new HttpError(503)
    return receipt
  }

  private carryOut({ order, cents, idempotencyKey }: Request): string {
    const known = idempotencyKey === undefined ? undefined : this.known.get(idempotencyKey)
    if (known !== undefined) return known
    this.charges.push(`${order} ${cents}`)
    const receipt = `receipt-${this.charges.length}`
    if (idempotencyKey !== undefined) this.known.set(idempotencyKey, receipt)
    return receipt
  }
}
