/**
 * One row of the ledger: a whole request and its answer, so that half of one is never written.
 *
 * An opened account is a row without source and key. `refunds` names the transfer that a refund pays back. A
 * request that was refused moves nothing and is kept for its answer. `left` is what the source held right after.
 */
export type Row = {
  target: string
  cents: number
  source: string
  key: string
  refunds: string
  refused: string
  left: number
}

/** What this row brought to the account; negative for what left it. */
export function moved(row: Row, account: string): number {
  if (row.refused !== "") return 0
  return (account === row.target ? row.cents : 0) - (account === row.source ? row.cents : 0)
}

export function sameRequest(a: Row, b: Row): boolean {
  return a.source === b.source && a.target === b.target && a.cents === b.cents && a.refunds === b.refunds
}
