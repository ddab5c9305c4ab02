import { Accounts } from "./accounts"
import { Refused } from "./errors"
import type { Ledger } from "./ledger"

/** `balance` is what the source held right after the transfer. */
export type Receipt = { balance: number }

export class Transfers {
  readonly accounts: Accounts
  private readonly ledger: Ledger

  constructor(ledger: Ledger) {
    this.ledger = ledger
    this.accounts = new Accounts(ledger)
  }

  /** Moves money. `key` is the client's name for this request. Throws Refused or StoreDown. */
  transfer(key: string, source: string, target: string, cents: number): Receipt {
    if (cents <= 0) throw new Refused("bad-amount")
    if (source === target) throw new Refused("same-account")
    if (!this.accounts.exists(source) || !this.accounts.exists(target)) throw new Refused("unknown-account")
    if (this.accounts.balance(source) < cents) throw new Refused("not-enough")
    this.ledger.append({ account: source, cents: -cents })
    this.ledger.append({ account: target, cents })
    return { balance: this.accounts.balance(source) }
  }
}
