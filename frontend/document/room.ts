import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"

export type RoomStatus = "connecting" | "open" | "lost" | "refused" | "ended"

/** One entry of a track that is not a document. Its number in the log stays with the house. */
export type LogEntry = { atMs: number; actor: number; kind: string; version: number; body: unknown }

export type RoomOptions = {
  /** Address of the relay: "/relay", or with ws:// or wss:// and a host. */
  url: string
  /** A fresh ticket; asked for at every connection, because a ticket is good for a minute only. */
  ticket: () => Promise<string>
}

/** The room's one connection. Bodies follow; the signatures stay. */
export class RoomConnection {
  readonly status: RoomStatus = "connecting"
  readonly lostSince: Date | null = null
  /** Frames that are not durable yet; 0 means "saved". */
  readonly pendingCount: number = 0

  constructor(readonly options: RoomOptions) {}

  /** Milliseconds since entry 0 of the log, by the server's clock. */
  readonly serverNowMs = (): number => 0

  doc(_track: string): Y.Doc {
    throw new Error("not yet")
  }
  awareness(_track: string): Awareness {
    throw new Error("not yet")
  }
  canWrite(_track: string): boolean {
    return false
  }
  entries(_track: string): readonly LogEntry[] {
    return []
  }
  onStream(_track: string, _listener: (bytes: Uint8Array) => void): () => void {
    return () => undefined
  }
  /** Calls `listener` at any change of the above; returns the way to stop it. */
  subscribe(_listener: () => void): () => void {
    return () => undefined
  }
  close(): void {}
}
