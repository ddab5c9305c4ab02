import { LruCache } from "./lru.js"
import { SourceDown } from "./source.js"
import { Stats } from "./stats.js"

/** Names of users, read through a cache. A null in the cache means that there is no such user. */
export class Profiles {
  stats = new Stats()
  cache
  source
  settings

  constructor(source, settings, clock) {
    this.source = source
    this.settings = settings
    this.cache = new LruCache(settings.capacity, clock, this.stats)
  }

  /** The name of this user, or null if there is no such user. */
  name(user) {
    const cached = this.cache.get(user)
    if (cached !== null) return cached.value
    let loaded
    try {
      loaded = this.source.load(user)
    } catch (error) {
      const stale = error instanceof SourceDown ? this.cache.getStale(user, this.settings.graceMs ?? 0) : null
      if (stale === null || stale.value === null) throw error
      this.stats.stale++
      return stale.value
    }
    const ttlMs = (loaded === null ? this.settings.unknownTtlMs : this.settings.ttlMs) ?? 0
    if (loaded !== null || ttlMs > 0) this.cache.put(user, loaded, ttlMs)
    return loaded
  }

  rename(user, name) {
    this.source.save(user, name)
    this.cache.put(user, name, this.settings.ttlMs ?? 0)
  }
}
