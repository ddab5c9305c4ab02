/** Keeps the `capacity` entries that were used last. */
export class LruCache {
  capacity
  stats
  entries = new Map() // the least recently used one first

  constructor(capacity, stats) {
    this.capacity = capacity
    this.stats = stats
  }

  get(key) {
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

  put(key, value) {
    if (!this.entries.has(key) && this.entries.size >= this.capacity) {
      const [oldest] = this.entries.keys()
      this.entries.delete(oldest)
      this.stats.evicted++
    }
    this.entries.delete(key)
    this.entries.set(key, value)
  }

  size() {
    return this.entries.size
  }
}
