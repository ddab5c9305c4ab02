/** The transfer is not made, for a reason that the client can read. */
export class Refused extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/** The database did not take the row. Nothing of it was written. */
export class StoreDown extends Error {}
