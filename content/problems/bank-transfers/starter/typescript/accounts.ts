import type { Ledger } from "./ledger"

/** What each account holds, as the ledger has it. */
export class Accounts {
  private readonly ledger: Ledger

  constructor(ledger: Ledger) {
    this.ledger = ledger
  }

  open(account: string, cents: number): void {
    this.ledger.append({ account, cents })
  }

  exists(account: string): boolean {
    return this.ledger.rows.some((row) => row.account === account)
  }

  balance(account: string): number {
    return this.ledger.rows.reduce((sum, row) => (row.account === account ? sum + row.cents : sum), 0)
  }

  total(): number {
    return this.ledger.rows.reduce((sum, row) => sum + row.cents, 0)
  }
}
