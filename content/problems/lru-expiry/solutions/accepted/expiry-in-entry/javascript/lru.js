/** Keeps the `capacity` entries that were used last; those past their time go before all others. */
export class LruCache {
  capacity
  clock
  stats
  entries = new Map() // the least recently used one first
  earliestMs = Number.POSITIVE_INFINITY // nothing expires before; may be too early, never too late

  constructor(capacity, clock, stats) {
    this.capacity = capacity
    this.clock = clock
    this.stats = stats
  }

  /** The entry, unless it is past its time. */
  get(key) {
    const entry = this.entries.get(key)
    if (entry === undefined || this.expired(entry)) {
      this.stats.misses++
      return null
    }
    this.entries.delete(key)
    this.entries.set(key, entry)
    this.stats.hits++
    return entry
  }

  /** The entry even past its time, but not by `graceMs` or more. */
  getStale(key, graceMs) {
    const entry = this.entries.get(key)
    if (entry === undefined || entry.expiresMs + graceMs <= this.clock.nowMs()) return null
    return entry
  }

  /** Keeps `value` for `ttlMs`; 0 means for ever. */
  put(key, value, ttlMs) {
    if (!this.entries.has(key) && this.entries.size >= this.capacity) this.makeRoom()
    const expiresMs = ttlMs === 0 ? Number.POSITIVE_INFINITY : this.clock.nowMs() + ttlMs
    this.entries.delete(key)
    this.entries.set(key, { value, expiresMs })
    this.earliestMs = Math.min(this.earliestMs, expiresMs)
  }

  size() {
    return [...this.entries.values()].filter((entry) => !this.expired(entry)).length
  }

  expired(entry) {
    return entry.expiresMs <= this.clock.nowMs()
  }

  /** Looks through all entries only when one of them may have expired since the last look. */
  makeRoom() {
    if (this.earliestMs <= this.clock.nowMs()) {
      let first = null
      for (const pair of this.entries)
        if (first === null || pair[1].expiresMs < first[1].expiresMs) first = pair
      if (first !== null && this.expired(first[1])) {
        this.entries.delete(first[0])
        return
      }
      this.earliestMs = first?.[1].expiresMs ?? Number.POSITIVE_INFINITY
    }
    const [oldest] = this.entries.keys()
    this.entries.delete(oldest)
    this.stats.evicted++
  }
}
