import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"
import type { LogEntry, RoomLink, RoomStatus } from "../live/room_link"

/**
 * A room in memory, of the same type as the real connection: for tests and for the dev pages. Documents of several
 * fakes of one hub merge like the relay merges them; a lost one keeps its edits and sends them when it is back.
 */
export class FakeHub {
  readonly rooms = new Set<FakeRoom>()
  readonly docs = new Map<string, Y.Doc>()
  readonly tracks = new Map<string, readonly LogEntry[]>()
  private readonly startedAt = performance.now()
  openMs: number

  constructor(openMs = 0) {
    this.openMs = openMs
  }

  readonly nowMs = (): number => this.openMs + (performance.now() - this.startedAt)

  join(member: number): FakeRoom {
    return new FakeRoom(this, member)
  }

  doc(track: string): Y.Doc {
    const known = this.docs.get(track)
    if (known !== undefined) return known
    const doc = new Y.Doc()
    this.docs.set(track, doc)
    return doc
  }

  append(track: string, kind: string, body: unknown, actor = 0, atMs = this.nowMs()): void {
    this.tracks.set(track, [...(this.tracks.get(track) ?? []), { atMs, actor, kind, version: 1, body }])
    for (const room of this.rooms) room.changed()
  }

  stream(track: string, body: unknown): void {
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    for (const room of this.rooms) room.streamed(track, bytes)
  }

  /** What the server does with files: one update, written by nobody in the room. */
  seed(track: string, language: string, files: Record<string, string>): void {
    const doc = this.doc(track)
    doc.transact(() => {
      if (doc.getMap("meta").get("language") === undefined) doc.getMap("meta").set("language", language)
      for (const [path, text] of Object.entries(files)) {
        if (doc.getMap("files").has(path)) continue
        const entry = new Y.Map<unknown>()
        entry.set("order", doc.getMap("files").size)
        doc.getMap("files").set(path, entry)
        doc.getText(`file:${path}`).insert(0, text)
      }
    }, "server")
  }
}

const NONE: readonly LogEntry[] = []

export class FakeRoom implements RoomLink {
  status: RoomStatus = "open"
  lostSince: Date | null = null
  pendingCount = 0
  writable: (track: string) => boolean = () => true
  private readonly mine = new Map<string, { doc: Y.Doc; awareness: Awareness }>()
  private readonly listeners = new Set<() => void>()
  private readonly streams = new Map<string, Set<(bytes: Uint8Array) => void>>()
  readonly hub: FakeHub
  readonly member: number

  constructor(hub: FakeHub, member: number) {
    this.hub = hub
    this.member = member
    hub.rooms.add(this)
  }

  readonly serverNowMs = (): number => this.hub.nowMs()

  doc(track: string): Y.Doc {
    return this.open(track).doc
  }

  awareness(track: string): Awareness {
    return this.open(track).awareness
  }

  isSynced(): boolean {
    return true
  }

  canWrite(track: string): boolean {
    return this.writable(track)
  }

  entries(track: string): readonly LogEntry[] {
    return this.hub.tracks.get(track) ?? NONE
  }

  onStream(track: string, listener: (bytes: Uint8Array) => void): () => void {
    const known = this.streams.get(track) ?? new Set()
    known.add(listener)
    this.streams.set(track, known)
    return () => known.delete(listener)
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.hub.rooms.delete(this)
  }

  changed(): void {
    for (const listener of this.listeners) listener()
  }

  streamed(track: string, bytes: Uint8Array): void {
    for (const listener of this.streams.get(track) ?? []) listener(bytes)
  }

  lose(since = new Date()): void {
    this.status = "lost"
    this.lostSince = since
    this.changed()
  }

  comeBack(): void {
    this.status = "open"
    this.lostSince = null
    this.pendingCount = 0
    for (const [track, { doc }] of this.mine) {
      const shared = this.hub.doc(track)
      Y.applyUpdate(shared, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(shared)), this)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared, Y.encodeStateVector(doc)), "hub")
    }
    this.changed()
  }

  private open(track: string) {
    const known = this.mine.get(track)
    if (known !== undefined) return known
    const shared = this.hub.doc(track)
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared), "hub")
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "hub") return
      if (this.status === "lost") {
        this.pendingCount++
        this.changed()
      } else Y.applyUpdate(shared, update, this)
    })
    shared.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.status !== "lost") Y.applyUpdate(doc, update, "hub")
    })
    const opened = { doc, awareness }
    this.mine.set(track, opened)
    return opened
  }
}
