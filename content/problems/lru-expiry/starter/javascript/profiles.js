import { LruCache } from "./lru.js"
import { Stats } from "./stats.js"

/** Names of users, read through a cache. */
export class Profiles {
  stats = new Stats()
  cache
  source

  constructor(source, settings, clock) {
    this.source = source
    this.cache = new LruCache(settings.capacity, this.stats)
  }

  /** The name of this user, or null if there is no such user. */
  name(user) {
    const cached = this.cache.get(user)
    if (cached !== null) return cached
    const loaded = this.source.load(user)
    if (loaded !== null) this.cache.put(user, loaded)
    return loaded
  }

  rename(user, name) {
    this.source.save(user, name)
    this.cache.put(user, name)
  }
}
