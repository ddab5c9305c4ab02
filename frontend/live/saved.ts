import type { RoomStatus } from "./room_link"

/** What the badge says. "saved" only when the server told that everything typed here is durable. */
export type Saved =
  | { state: "connecting" | "saved" | "saving" | "ended" }
  | { state: "slow"; forMs: number }
  | { state: "lost"; since: Date | null; waiting: number }
  | { state: "refused" }

/** A healthy acknowledgement takes some tens of milliseconds; the badge does not flicker for it. */
export const GRACE_MS = 250
export const SLOW_MS = 5_000

export function savedOf(
  room: { status: RoomStatus; lostSince: Date | null; pendingCount: number },
  pendingForMs: number,
): Saved {
  if (room.status === "connecting") return { state: "connecting" }
  if (room.status === "refused") return { state: "refused" }
  if (room.status === "lost") return { state: "lost", since: room.lostSince, waiting: room.pendingCount }
  if (room.pendingCount > 0 && pendingForMs >= SLOW_MS) return { state: "slow", forMs: pendingForMs }
  if (room.pendingCount > 0 && pendingForMs >= GRACE_MS) return { state: "saving" }
  return room.status === "ended" ? { state: "ended" } : { state: "saved" }
}
