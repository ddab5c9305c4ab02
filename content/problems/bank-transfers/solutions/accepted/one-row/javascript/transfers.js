import { Accounts } from "./accounts.js"
import { Refused } from "./errors.js"
import { sameRequest } from "./row.js"

/** Each request is one row with its answer. Its key is looked up first, also after a restart. */
export class Transfers {
  accounts
  ledger
  answered

  constructor(ledger) {
    this.ledger = ledger
    this.accounts = new Accounts(ledger)
    this.answered = new Map(ledger.rows.filter((row) => row.key !== "").map((row) => [row.key, row]))
  }

  /** Moves money once per `key`. Throws Refused or StoreDown. */
  transfer(key, source, target, cents) {
    return this.once({ key, source, target, cents, refunds: "", refused: "", left: 0 })
  }

  /** Pays back some of an earlier transfer, once per `key`. Throws Refused or StoreDown. */
  refund(key, transfer, cents) {
    const paid = this.answered.get(transfer)
    const [source, target] = [paid?.target ?? "", paid?.source ?? ""]
    return this.once({ key, source, target, cents, refunds: transfer, refused: "", left: 0 })
  }

  once(request) {
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
  whyNot(request) {
    if (request.cents <= 0) return "bad-amount"
    if (request.refunds !== "" && !this.mayRefund(request.refunds)) return "unknown-transfer"
    if (request.source === request.target) return "same-account"
    if (!this.accounts.exists(request.source) || !this.accounts.exists(request.target))
      return "unknown-account"
    if (request.refunds !== "" && request.cents > this.refundable(request.refunds)) return "too-much"
    if (this.accounts.balance(request.source) < request.cents) return "not-enough"
    return ""
  }

  mayRefund(transfer) {
    const paid = this.answered.get(transfer)
    return paid !== undefined && paid.refused === "" && paid.refunds === ""
  }

  refundable(transfer) {
    const back = this.ledger.rows.filter((row) => row.refunds === transfer && row.refused === "")
    return (this.answered.get(transfer)?.cents ?? 0) - back.reduce((sum, row) => sum + row.cents, 0)
  }
}
