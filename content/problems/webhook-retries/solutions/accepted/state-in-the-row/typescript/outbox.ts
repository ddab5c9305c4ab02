import type { Event } from "./event"

/** An event that waits to be sent, how often it was tried, and when the next try is due. */
export type Row = { readonly event: Event; readonly tries: number; readonly dueMs: number }

/** Stands for a table of the database: rows in the order of publishing. */
export class Outbox {
  rows: Row[] = []

  add(row: Row): void {
    this.rows.push(row)
  }

  remove(row: Row): void {
    this.rows.splice(this.rows.indexOf(row), 1)
  }

  /** Puts `next` where `old` was. */
  replace(old: Row, next: Row): void {
    this.rows[this.rows.indexOf(old)] = next
  }

  /** The oldest row of each subscriber, in the order of publishing. */
  heads(): Row[] {
    const heads = new Map<string, Row>()
    for (const row of this.rows) {
      if (!heads.has(row.event.subscriber)) heads.set(row.event.subscriber, row)
    }
    return [...heads.values()]
  }
}
