import type { Stats } from "./stats"

/** Keeps the `capacity` entries that were used last. */
export class LruCache {
  private readonly capacity: number
  private readonly stats: Stats
  private readonly entries = new Map<string, string>() // the least recently used one first

  constructor(capacity: number, stats: Stats) {
    this.capacity = capacity
    this.stats = stats
  }

  get(key: string): string | null {
    const value = this.entries.get(key)
    if (value === undefined) {
      this.stats.misses++
      return null
    }
    this.entries.delete(key)
    this.entries.set(key, value)
    this.stats.hits++
    return value
  }

  put(key: string, value: string): void {
    if (!this.entries.has(key) && this.entries.size >= this.capacity) {
      const [oldest] = this.entries.keys()
      this.entries.delete(oldest)
      this.stats.evicted++
    }
    this.entries.delete(key)
    this.entries.set(key, value)
  }

  size(): number {
    return this.entries.size
  }
}
