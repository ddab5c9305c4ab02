import type { Clock } from "./clock"

export class RateLimiter {
  private readonly limit: number
  private readonly windowMs: number
  private readonly clock: Clock
  private readonly times = new Map<string, number[]>()

  constructor(limit: number, windowMs: number, clock: Clock) {
    this.limit = limit
    this.windowMs = windowMs
    this.clock = clock
  }

  allow(key: string): boolean {
    const times = this.recent(key)
    times.push(this.clock.nowMs())
    this.times.set(key, times)
    return times.length <= this.limit
  }

  retryAfterMs(key: string): number {
    const times = this.recent(key)
    if (times.length < this.limit) return 0
    return times[times.length - this.limit] + this.windowMs - this.clock.nowMs()
  }

  private recent(key: string): number[] {
    const oldest = this.clock.nowMs() - this.windowMs
    return (this.times.get(key) ?? []).filter((time) => time > oldest)
  }
}
