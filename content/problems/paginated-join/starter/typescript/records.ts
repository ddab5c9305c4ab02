export type Order = { id: string; customer: string; cents: number } // customer: the customer's id
export type Customer = { id: string; name: string }

export type Row = { order: string; name: string; cents: number }
export type Report = { rows: Row[]; complete: boolean }
