import { moved } from "./row.js"

/** What each account holds, as the ledger has it. */
export class Accounts {
  ledger

  constructor(ledger) {
    this.ledger = ledger
  }

  open(account, cents) {
    this.ledger.append({ target: account, cents, source: "", key: "", refunds: "", refused: "", left: 0 })
  }

  exists(account) {
    return this.ledger.rows.some((row) => row.target === account && row.key === "")
  }

  balance(account) {
    return this.ledger.rows.reduce((sum, row) => sum + moved(row, account), 0)
  }

  total() {
    const opened = new Set(this.ledger.rows.filter((row) => row.key === "").map((row) => row.target))
    return [...opened].reduce((sum, account) => sum + this.balance(account), 0)
  }
}
