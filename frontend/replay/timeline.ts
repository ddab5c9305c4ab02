import * as Y from "yjs"
import { languageOf, pathsOf, textOf } from "../editor/files"
import type { Change } from "./recording"

/** A document as it stood at a moment; `by` typed last, in `path`. */
export type Standing = {
  paths: readonly string[]
  texts: Readonly<Record<string, string>>
  language: string | null
  by: number | null
  path: string | null
}

/**
 * One document over time. A snapshot every so many changes makes a jump anywhere cost a few milliseconds; playing on
 * only applies what is new. Cut by place in the log, not by Yjs snapshots, which would need garbage kept.
 */
export class Timeline {
  private readonly snapshots: { after: number; state: Uint8Array }[] = []
  private doc: Y.Doc
  private applied = 0
  private lastPath: string | null = null

  constructor(
    // Written out because constructor properties are not erasable syntax.
    changes: readonly Change[],
    every = 500,
  ) {
    this.changes = changes
    this.every = every
    this.doc = new Y.Doc()
    this.fresh(0)
  }
  readonly changes: readonly Change[]
  private readonly every: number

  /** The document when every change up to and with `atMs` is in. */
  at(atMs: number): Standing {
    this.goTo(countUpTo(this.changes, atMs))
    const paths = pathsOf(this.doc)
    const last = this.changes[this.applied - 1]
    return {
      paths,
      texts: Object.fromEntries(paths.map((path) => [path, textOf(this.doc, path).toString()])),
      language: languageOf(this.doc),
      by: last?.actor ?? null,
      path: this.lastPath,
    }
  }

  private goTo(count: number): void {
    if (count < this.applied) this.rewindTo(count)
    const jump = this.snapshots.findLast((s) => s.after <= count && s.after > this.applied)
    if (jump !== undefined) this.load(jump)
    while (this.applied < count) {
      const change = this.changes[this.applied]
      if (change === undefined) break
      Y.applyUpdate(this.doc, change.bytes)
      this.applied++
      this.keepSnapshot()
    }
  }

  private rewindTo(count: number): void {
    const snapshot = this.snapshots.findLast((s) => s.after <= count)
    if (snapshot !== undefined) this.load(snapshot)
    else this.fresh(0)
  }

  private load(snapshot: { after: number; state: Uint8Array }): void {
    this.fresh(snapshot.after)
    Y.applyUpdate(this.doc, snapshot.state)
    this.lastPath = null
  }

  private fresh(applied: number): void {
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const type of transaction.changed.keys()) {
        if (!(type instanceof Y.AbstractType)) continue
        const name = Y.findRootTypeKey(type)
        if (name.startsWith("file:")) this.lastPath = name.slice(5)
      }
    })
    this.applied = applied
    this.lastPath = null
  }

  private keepSnapshot(): void {
    if (this.applied % this.every !== 0) return
    if (this.snapshots.some((s) => s.after === this.applied)) return
    this.snapshots.push({ after: this.applied, state: Y.encodeStateAsUpdate(this.doc) })
    this.snapshots.sort((a, b) => a.after - b.after)
  }
}

/** How many of the changes, which are in order of time, lie at or before `atMs`. */
export function countUpTo(changes: readonly { atMs: number }[], atMs: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const change = changes[middle]
    if (change !== undefined && change.atMs <= atMs) low = middle + 1
    else high = middle
  }
  return low
}
