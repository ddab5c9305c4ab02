import type { RoomConnection } from "../document/room"

export type { LogEntry, RoomStatus } from "../document/room"

/** What the room asks of its connection: the real one's face, so that tests and the dev pages can stand in for it. */
export type RoomLink = Pick<
  RoomConnection,
  | "status"
  | "lostSince"
  | "pendingCount"
  | "serverNowMs"
  | "doc"
  | "awareness"
  | "canWrite"
  | "isSynced"
  | "entries"
  | "onStream"
  | "subscribe"
  | "close"
>
