import type { Clock } from "./clock"
import { LruCache } from "./lru"
import type { Settings } from "./settings"
import type { Source } from "./source"
import { Stats } from "./stats"

/** Names of users, read through a cache. */
export class Profiles {
  readonly stats = new Stats()
  readonly cache: LruCache
  private readonly source: Source

  constructor(source: Source, settings: Settings, clock: Clock) {
    this.source = source
    this.cache = new LruCache(settings.capacity, this.stats)
  }

  /** The name of this user, or null if there is no such user. */
  name(user: string): string | null {
    const cached = this.cache.get(user)
    if (cached !== null) return cached
    const loaded = this.source.load(user)
    if (loaded !== null) this.cache.put(user, loaded)
    return loaded
  }

  rename(user: string, name: string): void {
    this.source.save(user, name)
    this.cache.put(user, name)
  }
}
