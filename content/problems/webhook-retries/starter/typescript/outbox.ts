import type { Event } from "./event"

/** An event that waits to be sent. */
export type Row = { readonly event: Event }

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
}
