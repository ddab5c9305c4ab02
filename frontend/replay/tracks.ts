import type { TestResult } from "../live/runs"
import type { Chapter } from "./chapters"
import type { Recording } from "./recording"

/** One stroke on a track, in per cent of the axis. */
export type Stroke = { at: number; for: number; tone: string; title: string }
export type Track = { name: string; strokes: readonly Stroke[] }

const BIN_MS = 15_000
const TOGETHER_MS = 20_000

export function axisOf(recording: Recording): (atMs: number) => number {
  const span = Math.max(1, recording.endMs - recording.startMs)
  return (atMs) => Math.min(100, Math.max(0, ((atMs - recording.startMs) / span) * 100))
}

const TICK_MIN = [1, 2, 5, 10, 15, 30, 60]
const TICKS_MAX = 8

/** Round minutes of the hour inside the recording, at most eight. */
export function ticksOf({ begunMs, startMs, endMs }: Recording): readonly number[] {
  const everyMs = (TICK_MIN.find((n) => (endMs - startMs) / (n * 60_000) <= TICKS_MAX) ?? 120) * 60_000
  const first = Math.ceil((startMs - begunMs) / everyMs) * everyMs + begunMs
  const ticks: number[] = []
  for (let atMs = first; atMs <= endMs; atMs += everyMs) ticks.push(atMs)
  return ticks
}

/** Changes by quarter minute, 0 to 1 of the busiest. */
export function activityOf(recording: Recording): readonly number[] {
  const bins = new Array<number>(Math.max(1, Math.ceil((recording.endMs - recording.startMs) / BIN_MS))).fill(
    0,
  )
  for (const change of recording.changes) {
    const bin = Math.floor((change.atMs - recording.startMs) / BIN_MS)
    if (change.actor !== 0 && bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] ?? 0) + 1
  }
  const most = Math.max(1, ...bins)
  return bins.map((n) => n / most)
}

export function tracksOf(recording: Recording, chapters: readonly Chapter[]): readonly Track[] {
  const x = axisOf(recording)
  const typed = recording.members.map((member) => ({
    name: `${member.name.split(" ")[0]} typed`,
    strokes: spansOf(recording, member.number).map(([from, to]) => ({
      at: x(from),
      for: x(to) - x(from),
      tone: member.side === "candidate" ? "one" : "two",
      title: "",
    })),
  }))
  return [
    { name: "Segments", strokes: segmentStrokes(recording, x) },
    ...typed.filter((track) => track.strokes.length > 0),
    { name: "Runs", strokes: runStrokes(recording, x) },
    { name: "Hints, marks", strokes: momentStrokes(chapters, x) },
  ]
}

/** Stretches in which a member typed, with pauses of up to 20 s inside. */
export function spansOf(recording: Recording, member: number): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (const change of recording.changes) {
    if (change.actor !== member || change.track.startsWith("notes:")) continue
    const last = spans.at(-1)
    if (last !== undefined && change.atMs - last[1] <= TOGETHER_MS) last[1] = change.atMs
    else spans.push([change.atMs, change.atMs])
  }
  return spans
}

function segmentStrokes(recording: Recording, x: (atMs: number) => number): readonly Stroke[] {
  return recording.segments.map((segment, index) => {
    const to = recording.segments[index + 1]?.atMs ?? recording.endMs
    return {
      at: x(segment.atMs),
      for: Math.max(0, x(to) - x(segment.atMs) - 0.3),
      tone: "",
      title: segment.title,
    }
  })
}

function runStrokes(recording: Recording, x: (atMs: number) => number): readonly Stroke[] {
  return recording.entries
    .filter((entry) => entry.kind === "run.finished")
    .map((entry) => {
      const { outcome, tests } = entry.body as { outcome: string; tests?: readonly TestResult[] }
      const good = outcome === "ok" && (tests ?? []).every((test) => test.passed)
      return {
        at: x(entry.atMs),
        for: 0,
        tone: good ? "good" : "bad",
        title: good ? "run passed" : "run failed",
      }
    })
}

const MARK_TONE: Record<string, string> = { good: "good", concern: "warn", flag: "bad" }

function momentStrokes(chapters: readonly Chapter[], x: (atMs: number) => number): readonly Stroke[] {
  return chapters
    .filter((one) => one.kind === "hint" || one.kind === "mark")
    .map((one) => ({
      at: x(one.atMs),
      for: 0,
      tone: one.kind === "hint" ? "warn" : (MARK_TONE[one.mark ?? ""] ?? ""),
      title: one.title,
    }))
}
