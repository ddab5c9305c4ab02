/** What this row brought to the account; negative for what left it. */
export function moved(row, account) {
  if (row.refused !== "") return 0
  return (account === row.target ? row.cents : 0) - (account === row.source ? row.cents : 0)
}

export function sameRequest(a, b) {
  return a.source === b.source && a.target === b.target && a.cents === b.cents && a.refunds === b.refunds
}
