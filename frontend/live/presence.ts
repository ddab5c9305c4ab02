import type { LogEntry } from "./room_link"
import { clockAt } from "./words"

/** `lost`: nothing is heard from them, since `atMs`, and they did not say good-bye. */
export type Seen = { state: "here" | "lost" | "left"; atMs: number }
export type Late = { minutes: number; reason: string; atMs: number }

/** Who was last seen how, and what was said about being late, from the entries of `presence`. */
export function foldPresence(entries: readonly LogEntry[]): {
  seen: ReadonlyMap<number, Seen>
  late: Late | null
} {
  const seen = new Map<number, Seen>()
  let late: Late | null = null
  for (const { kind, body, atMs } of entries) {
    const { member, since_ms } = body as { member?: number; since_ms?: number }
    if (kind === "presence.late") late = { ...(body as { minutes: number; reason: string }), atMs }
    if (member === undefined) continue
    const before = seen.get(member)
    if (kind === "presence.joined" || kind === "presence.heard") seen.set(member, { state: "here", atMs })
    if (kind === "presence.quiet") seen.set(member, { state: "lost", atMs: since_ms ?? atMs })
    // A line that was lost and is given up after a minute was lost when it was, not a minute later.
    if (kind === "presence.left" && before?.state !== "lost") seen.set(member, { state: "left", atMs })
  }
  return { seen, late }
}

export function presenceInWords(name: string, seen: Seen | null, openedAt: Date | null): string {
  if (seen === null) return `${name} not here yet`
  if (seen.state === "here") return `${name} here`
  const at = clockAt(openedAt, seen.atMs)
  return seen.state === "lost" ? `${name}'s line lost since ${at}` : `${name} left ${at}`
}
