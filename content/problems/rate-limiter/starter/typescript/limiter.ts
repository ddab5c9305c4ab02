import type { Clock } from "./clock"

/** At most `limit` calls of one key in any window of `windowMs` milliseconds. */
export class RateLimiter {
  private readonly limit: number
  private readonly windowMs: number
  private readonly clock: Clock

  constructor(limit: number, windowMs: number, clock: Clock) {
    this.limit = limit
    this.windowMs = windowMs
    this.clock = clock
  }

  /** Whether a call of `key` may go through now. If so, it counts. */
  allow(key: string): boolean {
    return true
  }

  /** Milliseconds until `allow` would say yes; 0 means now. */
  retryAfterMs(key: string): number {
    return 0
  }
}
