// A small store that several servers share. A write is refused when somebody else wrote since the read.
export class Store {
  entries = new Map()
  meanwhile = null // what another server does just before the next write

  /** An empty list and version 0 where nothing was written yet. */
  read(key) {
    const { times, version } = this.entries.get(key) ?? { times: [], version: 0 }
    return { times: [...times], version }
  }

  /** Keeps `times` if `version` is still the one that is stored. Says whether it did. */
  write(key, times, version) {
    const other = this.meanwhile
    this.meanwhile = null
    other?.()
    if ((this.entries.get(key)?.version ?? 0) !== version) return false
    this.entries.set(key, { times: [...times], version: version + 1 })
    return true
  }
}
