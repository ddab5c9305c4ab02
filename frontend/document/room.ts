import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import { DocumentChannel } from "./channel"
import { BadFrame, type Message, readFrame, writeFrame } from "./frames"

export type RoomStatus = "connecting" | "open" | "lost" | "refused" | "ended"

/** One entry of a track that is not a document. Its number in the log stays with the house. */
export type LogEntry = { atMs: number; actor: number; kind: string; version: number; body: unknown }

export type RoomOptions = {
  /** Address of the relay: "/relay", or with ws:// or wss:// and a host. */
  url: string
  /** A fresh ticket; asked for at every connection, because a ticket is good for a minute only. */
  ticket: () => Promise<string>
  /** For tests in Node; the browser's own otherwise. */
  socket?: (url: string) => WebSocket
}

/** What the server says on track 0; fields as its type has them. */
type Control = {
  type: string
  track?: string
  number?: number
  write?: boolean
  have?: number
  nowMs?: number
  code?: string
  message?: string
}

/** One track that somebody here asked for, with the number it has on this line, if it is open. */
type Wanted = {
  number: number | null
  write: boolean
  refused: boolean
  channel: DocumentChannel | null
  entries: readonly LogEntry[]
  listeners: Set<(bytes: Uint8Array) => void>
}

const BACKOFF_MS_MAX = 5_000
const SILENT_MS_MAX = 30_000
const BAD_TICKET = 4401
const ENDED = 4410
const BAD_TICKETS_MAX = 3
const utf8 = new TextDecoder()

/**
 * The room's one connection: documents, cursors and entries, over a line that may break and comes back.
 *
 * An edit counts as saved when the relay has written it to disk and said so. Until then it is pending; what was
 * typed while the line was down is pending, too, and merges when it is up again.
 */
export class RoomConnection {
  private state: RoomStatus = "connecting"
  private lost: Date | null = null
  private trouble: string | null = null
  private socket: WebSocket | null = null
  private readonly tracks = new Map<string, Wanted>()
  private readonly byNumber = new Map<number, Wanted>()
  private readonly listeners = new Set<() => void>()
  private onTheWay: DocumentChannel[] = []
  private settled = 0
  private attempts = 0
  private badTickets = 0
  private heardAt = 0
  private clock = { nowMs: 0, at: performance.now(), runs: false }
  private retry: ReturnType<typeof setTimeout> | null = null
  private readonly watchdog: ReturnType<typeof setInterval>
  private telling = false

  readonly options: RoomOptions

  constructor(options: RoomOptions) {
    this.options = options
    this.watchdog = setInterval(this.watch, 5_000)
    globalThis.addEventListener?.("online", this.again)
    void this.connect()
  }

  get status(): RoomStatus {
    return this.state
  }

  get lostSince(): Date | null {
    return this.lost
  }

  /** What the relay or the ticket said last when it refused something; null when all is well. */
  get problem(): string | null {
    return this.trouble
  }

  /** Edits that are not durable yet; 0 means "saved". */
  get pendingCount(): number {
    let count = this.onTheWay.length
    for (const { channel } of this.tracks.values()) count += channel?.unsent ?? 0
    return count
  }

  /** Milliseconds since entry 0 of the log, by the server's clock; 0 before there is one. */
  readonly serverNowMs = (): number =>
    this.clock.runs ? Math.round(this.clock.nowMs + performance.now() - this.clock.at) : 0

  doc(track: string): Y.Doc {
    return this.channel(track).doc
  }

  awareness(track: string): Awareness {
    return this.channel(track).awareness
  }

  /** Whether the document has been filled from the relay; before that it only looks empty. */
  isSynced(track: string): boolean {
    return this.tracks.get(track)?.channel?.synced ?? false
  }

  canWrite(track: string): boolean {
    return this.want(track).write
  }

  /** All entries of the track so far; another array after each new one. */
  entries(track: string): readonly LogEntry[] {
    return this.want(track).entries
  }

  onStream(track: string, listener: (bytes: Uint8Array) => void): () => void {
    const { listeners } = this.want(track)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Calls `listener` once after any changes of the above; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    if (this.state !== "refused") this.finish("ended")
    for (const { channel } of this.tracks.values()) channel?.destroy()
    this.listeners.clear()
  }

  // -- tracks ------------------------------------------------------------------------------------------

  private want(track: string): Wanted {
    const known = this.tracks.get(track)
    if (known !== undefined) return known
    const wanted: Wanted = {
      number: null,
      write: false,
      refused: false,
      channel: null,
      entries: [],
      listeners: new Set(),
    }
    this.tracks.set(track, wanted)
    if (this.state === "open") this.open(track, wanted)
    return wanted
  }

  private channel(track: string): DocumentChannel {
    const wanted = this.want(track)
    if (wanted.channel === null) {
      const channel = new DocumentChannel((message) => this.sendOn(wanted, channel, message), this.changed)
      wanted.channel = channel
      if (wanted.number !== null) channel.opened(wanted.write)
    }
    return wanted.channel
  }

  private open(track: string, { entries }: Wanted): void {
    this.control({ type: "open", track, have: entries.length })
  }

  private sendOn(wanted: Wanted, channel: DocumentChannel, message: Message): boolean {
    if (wanted.number === null || this.socket?.readyState !== 1) return false
    this.socket.send(writeFrame({ track: wanted.number, message }))
    if (message.kind === "step2" || message.kind === "update") {
      this.onTheWay.push(channel)
      this.changed()
    }
    return true
  }

  private control(fields: Control): void {
    if (this.socket?.readyState !== 1) return
    this.socket.send(writeFrame({ track: 0, message: { kind: "control", text: JSON.stringify(fields) } }))
  }

  // -- the line ----------------------------------------------------------------------------------------

  private async connect(): Promise<void> {
    this.retry = null
    let ticket: string
    try {
      ticket = await this.options.ticket()
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error)
      this.down()
      return
    }
    if (this.isOver) return
    const separator = this.options.url.includes("?") ? "&" : "?"
    const url = `${address(this.options.url)}${separator}ticket=${encodeURIComponent(ticket)}`
    const socket = this.options.socket?.(url) ?? new WebSocket(url)
    socket.binaryType = "arraybuffer"
    this.socket = socket
    this.heardAt = Date.now()
    socket.onmessage = (event) => this.hear(socket, event.data)
    socket.onclose = (event) => this.closed(socket, event.code, event.reason)
    socket.onerror = () => undefined // a close follows, with all there is to know
  }

  private hear(socket: WebSocket, data: unknown): void {
    if (socket !== this.socket || !(data instanceof ArrayBuffer)) return
    this.heardAt = Date.now()
    try {
      const { track, message } = readFrame(new Uint8Array(data))
      if (track !== 0) this.receive(this.byNumber.get(track), message)
      else if (message.kind === "settled") this.settle(message.count)
      else if (message.kind === "control") this.obey(JSON.parse(message.text) as Control)
    } catch (error) {
      if (!(error instanceof BadFrame || error instanceof SyntaxError)) throw error
      // Not our relay, or a broken one: a new line is the only thing that can help.
      socket.close()
      this.closed(socket, 1002, error.message)
    }
  }

  private receive(wanted: Wanted | undefined, message: Message): void {
    if (wanted === undefined) return // closed to us while it was on its way
    if (message.kind === "entry") {
      const { atMs, actor, version, name: kind } = message
      const body: unknown = JSON.parse(utf8.decode(message.body))
      wanted.entries = [...wanted.entries, { atMs, actor, kind, version, body }]
      this.changed()
    } else if (message.kind === "stream") {
      for (const listener of wanted.listeners) listener(message.data)
    } else {
      wanted.channel?.receive(message)
    }
  }

  private settle(count: number): void {
    this.onTheWay.splice(0, count - this.settled)
    this.settled = count
    this.changed()
  }

  private obey(control: Control): void {
    const wanted = control.track === undefined ? undefined : this.tracks.get(control.track)
    switch (control.type) {
      case "welcome":
        this.up()
        this.setClock(control.nowMs)
        break
      case "time":
        this.setClock(control.nowMs)
        break
      case "opened":
        if (wanted !== undefined && control.number !== undefined) this.opened(wanted, control)
        break
      case "rights":
        if (wanted !== undefined) {
          wanted.write = control.write ?? false
          wanted.channel?.rights(wanted.write)
        }
        break
      case "closed":
        if (wanted !== undefined) this.shut(wanted)
        break
      case "granted":
        for (const [track, each] of this.tracks) {
          if (each.refused) this.open(track, each)
        }
        break
      case "refused":
        this.trouble = control.message ?? null
        break
    }
    this.changed()
  }

  private opened(wanted: Wanted, control: Control): void {
    wanted.number = control.number ?? null
    wanted.write = control.write ?? false
    wanted.refused = false
    wanted.entries = wanted.entries.slice(0, control.have ?? 0)
    if (wanted.number !== null) this.byNumber.set(wanted.number, wanted)
    wanted.channel?.opened(wanted.write)
  }

  private shut(wanted: Wanted): void {
    if (wanted.number !== null) this.byNumber.delete(wanted.number)
    wanted.number = null
    wanted.write = false
    wanted.refused = true
    wanted.channel?.lost(0)
  }

  private setClock(nowMs: number | undefined): void {
    // Never backwards: a line that comes back may bring an older reading.
    if (nowMs !== undefined && nowMs > 0 && nowMs >= this.serverNowMs()) {
      this.clock = { nowMs, at: performance.now(), runs: true }
    }
  }

  private up(): void {
    this.state = "open"
    this.lost = null
    this.trouble = null
    this.attempts = 0
    this.badTickets = 0
    for (const [track, wanted] of this.tracks) this.open(track, wanted)
  }

  private closed(socket: WebSocket, code: number, reason: string): void {
    if (socket !== this.socket) return
    if (reason !== "") this.trouble = reason
    if (code === BAD_TICKET && ++this.badTickets < BAD_TICKETS_MAX) this.down()
    else if (code === ENDED) this.finish("ended")
    else if (code >= 4400 && code < 4500) this.finish("refused")
    else this.down()
  }

  /** The line is down: everything stays as it is, and we try again, first soon and then less often. */
  private down(): void {
    this.forgetLine()
    if (this.isOver) return
    this.state = "lost"
    this.lost ??= new Date()
    const wait = Math.min(200 * 2 ** this.attempts++, BACKOFF_MS_MAX)
    // Spread, so that a room full of people does not come back in the same instant.
    this.retry ??= setTimeout(() => void this.connect(), wait * (0.75 + Math.random() / 2))
    this.changed()
  }

  private forgetLine(): void {
    const socket = this.socket
    this.socket = null
    if (socket !== null) {
      socket.onmessage = socket.onclose = null
      socket.close()
    }
    this.byNumber.clear()
    const onTheWay = this.onTheWay
    this.onTheWay = []
    this.settled = 0
    for (const wanted of this.tracks.values()) {
      wanted.number = null
      wanted.channel?.lost(onTheWay.filter((channel) => channel === wanted.channel).length)
    }
  }

  private finish(state: "ended" | "refused"): void {
    this.state = state
    if (this.retry !== null) clearTimeout(this.retry)
    this.retry = null
    clearInterval(this.watchdog)
    globalThis.removeEventListener?.("online", this.again)
    this.forgetLine()
    this.changed()
  }

  private get isOver(): boolean {
    return this.state === "ended" || this.state === "refused"
  }

  private readonly again = (): void => {
    if (this.retry === null || this.isOver) return
    clearTimeout(this.retry)
    void this.connect()
  }

  private readonly watch = (): void => {
    // The relay says something every twelve seconds; a line that is silent is dead, whatever the socket thinks.
    if (this.socket !== null && Date.now() - this.heardAt > SILENT_MS_MAX) this.down()
  }

  private readonly changed = (): void => {
    if (this.telling) return
    this.telling = true
    queueMicrotask(() => {
      this.telling = false
      for (const listener of this.listeners) listener()
    })
  }
}

/** A WebSocket address from what the page gives: a path of the same host, or a whole address. */
function address(url: string): string {
  if (/^wss?:/.test(url)) return url
  const absolute = new URL(url, globalThis.location.href)
  absolute.protocol = absolute.protocol === "https:" ? "wss:" : "ws:"
  return absolute.href
}
