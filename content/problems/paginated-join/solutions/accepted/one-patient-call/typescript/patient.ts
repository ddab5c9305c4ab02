import type { Page } from "./api"
import { Clock } from "./clock"
import { TooManyCalls, Unavailable } from "./errors"

const PAUSES_MS = [100, 200] // after the first and the second failure

/** What `call` gives: waits while there are too many calls, and tries three times. Throws Unavailable. */
export function patient<R>(clock: Clock, call: () => R): R {
  for (let failures = 0; ; ) {
    try {
      return call()
    } catch (error) {
      if (error instanceof TooManyCalls) {
        clock.sleepMs(error.retryAfterMs)
        continue
      }
      const pause = PAUSES_MS[failures]
      if (!(error instanceof Unavailable) || pause === undefined) throw error
      clock.sleepMs(pause)
      failures++
    }
  }
}

/** All pages of a list, in order. Throws Unavailable. */
export function* pages<T>(clock: Clock, pageAt: (cursor: string) => Page<T>): Generator<Page<T>> {
  let cursor = ""
  do {
    const page: Page<T> = patient(clock, () => pageAt(cursor))
    yield page
    cursor = page.next
  } while (cursor !== "")
}

/** A wait would end too late. */
export class OutOfTime extends Error {}

/** The same time, but sleeps only until `untilMs`. */
export class Deadline extends Clock {
  constructor(
    private readonly clock: Clock,
    private readonly untilMs: number,
  ) {
    super()
  }

  nowMs(): number {
    return this.clock.nowMs()
  }

  sleepMs(ms: number): void {
    if (this.nowMs() + ms > this.untilMs) throw new OutOfTime()
    this.clock.sleepMs(ms)
  }
}
