/** The database cannot be reached. */
export class SourceDown extends Error {}

/** The database of profiles. Slow, so every call of `load` is counted. */
export class Source {
  readonly names = new Map<string, string>()
  loads = 0
  down = false

  /** The name of this user, or null if there is no such user. Throws SourceDown. */
  load(user: string): string | null {
    if (this.down) throw new SourceDown()
    this.loads++
    return this.names.get(user) ?? null
  }

  save(user: string, name: string): void {
    if (this.down) throw new SourceDown()
    this.names.set(user, name)
  }
}
