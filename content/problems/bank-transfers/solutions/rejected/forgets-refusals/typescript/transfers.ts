import { Accounts } from "./accounts"
import { Refused } from "./errors"
import type { Ledger } from "./ledger"

/** `balance` is what the source held right after the transfer. */
export type Receipt = { balance: number }

export class Transfers {
  readonly accounts: Accounts
  private readonly ledger: Ledger
  private readonly answered = new Map<string, { request: string; receipt: Receipt }>()

  constructor(ledger: Ledger) {
    this.ledger = ledger
    this.accounts = new Accounts(ledger)
  }

  transfer(key: string, source: string, target: string, cents: number): Receipt {
    const request = JSON.stringify([source, target, cents])
    const known = this.answered.get(key)
    if (known !== undefined && known.request !== request) throw new Refused("key-reused")
    if (known !== undefined) return known.receipt
    const receipt = this.move(source, target, cents)
    this.answered.set(key, { request, receipt })
    return receipt
  }

  private move(source: string, target: string, cents: number): Receipt {
    if (cents <= 0) throw new Refused("bad-amount")
    if (source === target) throw new Refused("same-account")
    if (!this.accounts.exists(source) || !this.accounts.exists(target)) throw new Refused("unknown-account")
    if (this.accounts.balance(source) < cents) throw new Refused("not-enough")
    this.ledger.append({ account: source, cents: -cents })
    this.ledger.append({ account: target, cents })
    return { balance: this.accounts.balance(source) }
  }
}
