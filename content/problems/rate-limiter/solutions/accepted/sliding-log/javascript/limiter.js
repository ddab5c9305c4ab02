/**
 * Keeps the times of the calls that were let through, one queue a key: at most `limit` times each. `head`
 * marks the oldest that counts, because shifting an array moves all of it.
 */
export class RateLimiter {
  limit
  windowMs
  clock
  queues = new Map()

  constructor(limit, windowMs, clock) {
    this.limit = limit
    this.windowMs = windowMs
    this.clock = clock
  }

  allow(key) {
    const queue = this.recent(key)
    if (queue.times.length - queue.head >= this.limit) return false
    queue.times.push(this.clock.nowMs())
    this.queues.set(key, queue)
    return true
  }

  retryAfterMs(key) {
    const queue = this.recent(key)
    if (queue.times.length - queue.head < this.limit) return 0
    const oldest = queue.times[queue.head]
    if (oldest === undefined) return this.windowMs // a limit of zero never lets anything through
    return oldest + this.windowMs - this.clock.nowMs()
  }

  recent(key) {
    const queue = this.queues.get(key) ?? { times: [], head: 0 }
    const oldest = this.clock.nowMs() - this.windowMs
    while (queue.head < queue.times.length && queue.times[queue.head] <= oldest) queue.head++
    if (queue.head > 32 && queue.head * 2 > queue.times.length) {
      queue.times = queue.times.slice(queue.head)
      queue.head = 0
    }
    if (queue.head === queue.times.length) this.queues.delete(key)
    return queue
  }
}

/** Up to `capacity` calls at once; `perSecond` of them come back every second. Counts in thousandths. */
export class TokenBucket {
  full
  perSecond
  clock
  buckets = new Map()

  constructor(capacity, perSecond, clock) {
    this.full = capacity * 1000
    this.perSecond = perSecond
    this.clock = clock
  }

  allow(key) {
    const level = this.level(key)
    if (level < 1000) return false
    this.buckets.set(key, { level: level - 1000, atMs: this.clock.nowMs() })
    return true
  }

  retryAfterMs(key) {
    return Math.max(0, Math.ceil((1000 - this.level(key)) / this.perSecond))
  }

  level(key) {
    const bucket = this.buckets.get(key)
    if (bucket === undefined) return this.full
    return Math.min(this.full, bucket.level + (this.clock.nowMs() - bucket.atMs) * this.perSecond)
  }
}

/** The sliding window again, but its times live in a store that several servers write. */
export class SharedLimiter {
  limit
  windowMs
  clock
  store

  constructor(limit, windowMs, clock, store) {
    this.limit = limit
    this.windowMs = windowMs
    this.clock = clock
    this.store = store
  }

  allow(key) {
    for (;;) {
      const { times, version } = this.recent(key)
      if (times.length >= this.limit) return false
      if (this.store.write(key, [...times, this.clock.nowMs()], version)) return true
      // Another server wrote since we read: look again, the budget may be gone.
    }
  }

  retryAfterMs(key) {
    const { times } = this.recent(key)
    if (times.length < this.limit) return 0
    return times[0] + this.windowMs - this.clock.nowMs()
  }

  recent(key) {
    const { times, version } = this.store.read(key)
    const oldest = this.clock.nowMs() - this.windowMs
    return { times: times.filter((time) => time > oldest), version }
  }
}
