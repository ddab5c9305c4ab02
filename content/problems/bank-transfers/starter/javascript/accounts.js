/** What each account holds, as the ledger has it. */
export class Accounts {
  ledger

  constructor(ledger) {
    this.ledger = ledger
  }

  open(account, cents) {
    this.ledger.append({ account, cents })
  }

  exists(account) {
    return this.ledger.rows.some((row) => row.account === account)
  }

  balance(account) {
    return this.ledger.rows.reduce((sum, row) => (row.account === account ? sum + row.cents : sum), 0)
  }

  total() {
    return this.ledger.rows.reduce((sum, row) => sum + row.cents, 0)
  }
}
