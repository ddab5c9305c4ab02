/** One row of the ledger: so much came to this account, or left it. */
export type Row = { account: string; cents: number }
