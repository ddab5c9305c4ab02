/** The service refuses for now; ask again after `retryAfterMs`. */
export class TooManyCalls extends Error {
  constructor(readonly retryAfterMs: number) {
    super(`ask again in ${retryAfterMs} ms`)
  }
}

/** The service did not answer. */
export class Unavailable extends Error {}
