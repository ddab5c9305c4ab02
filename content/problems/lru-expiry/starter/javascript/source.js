/** The database cannot be reached. */
export class SourceDown extends Error {}

/** The database of profiles. Slow, so every call of `load` is counted. */
export class Source {
  names = new Map()
  loads = 0
  down = false

  /** The name of this user, or null if there is no such user. Throws SourceDown. */
  load(user) {
    if (this.down) throw new SourceDown()
    this.loads++
    return this.names.get(user) ?? null
  }

  save(user, name) {
    if (this.down) throw new SourceDown()
    this.names.set(user, name)
  }
}
