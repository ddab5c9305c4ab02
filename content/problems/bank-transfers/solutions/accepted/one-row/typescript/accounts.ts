import type { Ledger } from "./ledger"
import { moved } from "./row"

/** What each account holds, as the ledger has it. */
export class Accounts {
  private readonly ledger: Ledger

  constructor(ledger: Ledger) {
    this.ledger = ledger
  }

  open(account: string, cents: number): void {
    this.ledger.append({ target: account, cents, source: "", key: "", refunds: "", refused: "", left: 0 })
  }

  exists(account: string): boolean {
    return this.ledger.rows.some((row) => row.target === account && row.key === "")
  }

  balance(account: string): number {
    return this.ledger.rows.reduce((sum, row) => sum + moved(row, account), 0)
  }

  total(): number {
    const opened = new Set(this.ledger.rows.filter((row) => row.key === "").map((row) => row.target))
    return [...opened].reduce((sum, account) => sum + this.balance(account), 0)
  }
}
