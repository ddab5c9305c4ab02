import { Accounts } from "./accounts.js"
import { Refused } from "./errors.js"

export class Transfers {
  accounts
  ledger

  constructor(ledger) {
    this.ledger = ledger
    this.accounts = new Accounts(ledger)
  }

  /** Moves money. `key` is the client's name for this request. Throws Refused or StoreDown. */
  transfer(key, source, target, cents) {
    if (cents <= 0) throw new Refused("bad-amount")
    if (source === target) throw new Refused("same-account")
    if (!this.accounts.exists(source) || !this.accounts.exists(target)) throw new Refused("unknown-account")
    if (this.accounts.balance(source) < cents) throw new Refused("not-enough")
    this.ledger.append({ account: source, cents: -cents })
    this.ledger.append({ account: target, cents })
    return { balance: this.accounts.balance(source) }
  }
}
