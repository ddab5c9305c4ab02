type Value = string | undefined

/** Texts under keys, with transactions inside transactions. */
export class Store {
  private readonly values = new Map<string, string>()
  private readonly counts = new Map<string, number>()
  private readonly undo: Map<string, Value>[] = [] // for each open transaction, what its keys had before
  private version = 0
  private readonly finals = new Map<string, { version: number; value: Value }[]>() // in order
  private readonly snapshots = new Map<number, number>()

  get(key: string): string | undefined {
    return this.values.get(key)
  }

  set(key: string, value: string): void {
    this.change(key, value)
  }

  remove(key: string): void {
    this.change(key, undefined)
  }

  /** How many keys have this value now. */
  count(value: string): number {
    return this.counts.get(value) ?? 0
  }

  /** Opens a transaction, inside of the one that is open, if any. */
  begin(): void {
    this.undo.push(new Map())
  }

  /** Ends the innermost transaction and keeps its changes. False if none is open. */
  commit(): boolean {
    const before = this.undo.pop()
    if (before === undefined) return false
    const around = this.undo.at(-1)
    if (around === undefined) this.makeFinal(before.keys())
    else for (const [key, value] of before) if (!around.has(key)) around.set(key, value) // the older one counts
    return true
  }

  /** Ends the innermost transaction and undoes its changes. False if none is open. */
  rollback(): boolean {
    const before = this.undo.pop()
    if (before === undefined) return false
    for (const [key, value] of before) this.put(key, value)
    return true
  }

  private change(key: string, value: Value): void {
    const before = this.values.get(key)
    if (before === undefined && value === undefined) return
    this.put(key, value)
    const open = this.undo.at(-1)
    if (open === undefined) this.makeFinal([key])
    else if (!open.has(key)) open.set(key, before)
  }

  private put(key: string, value: Value): void {
    const before = this.values.get(key)
    this.values.delete(key)
    if (before !== undefined) this.counts.set(before, this.count(before) - 1)
    if (value === undefined) return
    this.counts.set(value, this.count(value) + 1)
    this.values.set(key, value)
  }

  private makeFinal(keys: Iterable<string>): void {
    this.version++
    for (const key of keys) {
      const entry = { version: this.version, value: this.values.get(key) }
      const entries = this.finals.get(key)
      if (entries !== undefined && this.snapshots.size > 0) entries.push(entry)
      else this.finals.set(key, [entry])
    }
  }

  snapshot(): number {
    this.snapshots.set(this.version, (this.snapshots.get(this.version) ?? 0) + 1)
    return this.version
  }

  getAt(snapshot: number, key: string): string | undefined {
    const entries = this.finals.get(key) ?? []
    for (let n = entries.length - 1; n >= 0; n--) {
      const { version, value } = entries[n] as { version: number; value: Value }
      if (version <= snapshot) return value
    }
    return undefined
  }

  release(snapshot: number): void {
    const left = (this.snapshots.get(snapshot) ?? 0) - 1
    if (left > 0) this.snapshots.set(snapshot, left)
    else this.snapshots.delete(snapshot)
  }

  transaction(): Transaction {
    return new Transaction(this)
  }

  changedSince(snapshot: number, key: string): boolean {
    return (this.finals.get(key)?.at(-1)?.version ?? 0) > snapshot
  }
}

/** Sees the store as it was when this was opened, and its own changes. */
export class Transaction {
  private readonly store: Store
  private readonly start: number
  private readonly read = new Set<string>()
  private readonly written = new Map<string, Value>()

  constructor(store: Store) {
    this.store = store
    this.start = store.snapshot()
  }

  get(key: string): string | undefined {
    if (this.written.has(key)) return this.written.get(key)
    this.read.add(key)
    return this.store.getAt(this.start, key)
  }

  set(key: string, value: string): void {
    this.written.set(key, value)
  }

  remove(key: string): void {
    this.written.set(key, undefined)
  }

  /** Writes everything at once. False if another has meanwhile changed what this one has read or written. */
  commit(): boolean {
    this.store.release(this.start)
    if (this.written.size === 0) return true
    for (const key of [...this.read, ...this.written.keys()]) {
      if (this.store.changedSince(this.start, key)) return false
    }
    this.store.begin()
    for (const [key, value] of this.written) {
      if (value === undefined) this.store.remove(key)
      else this.store.set(key, value)
    }
    return this.store.commit()
  }

  rollback(): void {
    this.store.release(this.start)
  }
}
