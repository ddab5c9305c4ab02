import type { Clock } from "./clock"
import { LruCache } from "./lru"
import type { Settings } from "./settings"
import { type Source, SourceDown } from "./source"
import { Stats } from "./stats"

/** Names of users, read through a cache. A null in the cache means that there is no such user. */
export class Profiles {
  readonly stats = new Stats()
  readonly cache: LruCache<string | null>
  private readonly source: Source
  private readonly settings: Settings

  constructor(source: Source, settings: Settings, clock: Clock) {
    this.source = source
    this.settings = settings
    this.cache = new LruCache(settings.capacity, clock, this.stats)
  }

  /** The name of this user, or null if there is no such user. */
  name(user: string): string | null {
    const cached = this.cache.get(user)
    if (cached !== null) return cached.value
    let loaded: string | null
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

  rename(user: string, name: string): void {
    this.source.save(user, name)
    this.cache.put(user, name, this.settings.ttlMs ?? 0)
  }
}
