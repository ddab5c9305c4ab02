import { Accounts } from "./accounts"
import { Refused } from "./errors"
import type { Ledger } from "./ledger"
import { type Row, sameRequest } from "./row"

/** `balance` is what the source held right after the transfer. */
export type Receipt = { balance: number }

/** Each request is one row with its answer. Its key is looked up first, also after a restart. */
export class Transfers {
  readonly accounts: Accounts
  private readonly ledger: Ledger
  private readonly answered: Map<string, Row>

  constructor(ledger: Ledger) {
    this.ledger = ledger
    this.accounts = new Accounts(ledger)
    this.answered = new Map(ledger.rows.filter((row) => row.key !== "").map((row) => [row.key, row]))
  }

  /** Moves money once per `key`. Throws Refused or StoreDown. */
  transfer(key: string, source: string, target: string, cents: number): Receipt {
    return this.once({ key, source, target, cents, refunds: "", refused: "", left: 0 })
  }

  /** Pays back some of an earlier transfer, once per `key`. Throws Refused or StoreDown. */
  refund(key: string, transfer: string, cents: number): Receipt {
    const paid = this.answered.get(transfer)
    const [source, target] = [paid?.target ?? "", paid?.source ?? ""]
    return this.once({ key, source, target, cents, refunds: transfer, refused: "", left: 0 })
  }

  private once(request: Row): Receipt {
    let known = this.answered.get(request.key)
    if (known === undefined) {
      const refused = this.whyNot(request)
      const left = this.accounts.balance(request.source) - (refused === "" ? request.cents : 0)
      known = { ...request, refused, left }
      this.ledger.append(known)
      this.answered.set(request.key, known)
    } else if (!sameRequest(known, request)) throw new Refused("key-reused")
    if (known.refused !== "") throw new Refused(known.refused)
    return { balance: known.left }
  }

  /** The reason to refuse, or nothing. */
  private whyNot(request: Row): string {
    if (request.cents <= 0) return "bad-amount"
    if (request.refunds !== "" && !this.mayRefund(request.refunds)) return "unknown-transfer"
    if (request.source === request.target) return "same-account"
    if (!this.accounts.exists(request.source) || !this.accounts.exists(request.target)) return "unknown-account"
    if (request.refunds !== "" && request.cents > this.refundable(request.refunds)) return "too-much"
    if (this.accounts.balance(request.source) < request.cents) return "not-enough"
    return ""
  }

  private mayRefund(transfer: string): boolean {
    const paid = this.answered.get(transfer)
    return paid !== undefined && paid.refused === "" && paid.refunds === ""
  }

  private refundable(transfer: string): number {
    const back = this.ledger.rows.filter((row) => row.refunds === transfer && row.refused === "")
    return (this.answered.get(transfer)?.cents ?? 0) - back.reduce((sum, row) => sum + row.cents, 0)
  }
}
