import type { MarkKind, ProbeState } from "./api"
import type { LogEntry } from "./room_link"

export type Mark = { atMs: number; ofMs: number; kind: MarkKind; text: string }
export type Probed = { state: ProbeState; note: string; atMs: number }

/** One's own marks, by the moment they are about. */
export function foldMarks(entries: readonly LogEntry[]): readonly Mark[] {
  return entries
    .filter((entry) => entry.kind === "mark.set")
    .map((entry) => {
      const { kind, text, of_ms } = entry.body as { kind: MarkKind; text: string; of_ms: number }
      return { atMs: entry.atMs, ofMs: of_ms, kind, text }
    })
    .sort((a, b) => a.ofMs - b.ofMs)
}

/** What became of each probe; the last word counts. */
export function foldProbes(entries: readonly LogEntry[]): ReadonlyMap<string, Probed> {
  const probes = new Map<string, Probed>()
  for (const entry of entries) {
    if (entry.kind !== "probe.set") continue
    const { probe, state, note } = entry.body as { probe: string; state: ProbeState; note: string }
    probes.set(probe, { state, note, atMs: entry.atMs })
  }
  return probes
}

export const MARKS: Record<MarkKind, { sign: string; tone: string; says: string }> = {
  question: { sign: "?", tone: "info", says: "Question" },
  good: { sign: "+", tone: "good", says: "Good moment" },
  concern: { sign: "!", tone: "warn", says: "Concern" },
  answered: { sign: "✓", tone: "", says: "Challenge answered" },
  flag: { sign: "⚑", tone: "bad", says: "Flag" },
}
export const MARK_KINDS = Object.keys(MARKS) as readonly MarkKind[]
