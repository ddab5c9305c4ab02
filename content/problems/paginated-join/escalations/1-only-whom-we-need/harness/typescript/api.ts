import type { Clock } from "./clock"
import { TooManyCalls, Unavailable } from "./errors"
import type { Customer, Order } from "./records"

/** `next`: the cursor of the next page; "" if this is the last one. */
export type Page<T> = { items: T[]; next: string }

/** Stands for the other company's service. Leave this file as it is. */
export class Api {
  readonly orders: Order[][] = []
  readonly customers: Customer[][] = []
  readonly failures = new Map<string, number>() // so often will this page fail
  readonly customerFailures = new Map<string, number>() // so often will a call for this one fail
  batchMax = 50
  limit = 0 // calls in each window; 0: any number
  windowMs = 1000
  calls = 0
  refused = 0
  private window = -1
  private used = 0

  constructor(private readonly clock: Clock) {}

  /** Throws TooManyCalls or Unavailable. */
  ordersPage(cursor: string): Page<Order> {
    return this.page("orders", this.orders, cursor)
  }

  /** Throws TooManyCalls or Unavailable. */
  customersPage(cursor: string): Page<Customer> {
    return this.page("customers", this.customers, cursor)
  }

  /** Those of these customers that exist, in any order. Throws TooManyCalls or Unavailable. */
  customersById(ids: string[]): Customer[] {
    if (ids.length > this.batchMax) throw new RangeError(`${ids.length} ids, more than ${this.batchMax}`)
    this.admit()
    for (const id of ids) {
      const failures = this.customerFailures.get(id) ?? 0
      if (failures === 0) continue
      this.customerFailures.set(id, failures - 1)
      throw new Unavailable()
    }
    const known = new Map(this.customers.flat().map((customer) => [customer.id, customer]))
    return [...ids].reverse().flatMap((id) => known.get(id) ?? [])
  }

  private page<T>(kind: string, pages: T[][], cursor: string): Page<T> {
    this.admit()
    const number = cursor === "" ? 0 : Number(cursor.slice(kind.length + 1))
    const failures = this.failures.get(`${kind}-${number}`) ?? 0
    if (failures > 0) {
      this.failures.set(`${kind}-${number}`, failures - 1)
      throw new Unavailable()
    }
    return { items: pages[number] ?? [], next: number + 1 < pages.length ? `${kind}-${number + 1}` : "" }
  }

  private admit(): void {
    const window = Math.floor(this.clock.nowMs() / this.windowMs)
    if (window !== this.window) this.used = 0
    this.window = window
    if (this.limit > 0 && this.used >= this.limit) {
      this.refused++
      throw new TooManyCalls((window + 1) * this.windowMs - this.clock.nowMs())
    }
    this.used++
    this.calls++
  }
}
