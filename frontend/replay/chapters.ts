import type { MarkKind } from "../live/api"
import type { TestResult } from "../live/runs"
import { spanInWords } from "../live/words"
import type { RecordedEntry, Recording } from "./recording"

export type Chapter = {
  key: string
  atMs: number
  kind: "segment" | "hint" | "mark" | "run" | "statement" | "clock"
  title: string
  detail: string | null
  /** A figure that belongs to it. */
  note: string | null
  mark: MarkKind | null
}

type Maker = (entry: RecordedEntry, recording: Recording) => Omit<Chapter, "key" | "atMs"> & { atMs?: number }

const chapter = (kind: Chapter["kind"], title: string, detail: string | null = null) => ({
  kind,
  title,
  detail,
  note: null,
  mark: null,
})

const MAKERS: Record<string, Maker> = {
  "segment.begun": ({ body }) => chapter("segment", (body as { title: string }).title),
  "hour.begun": () => chapter("clock", "The hour begins"),
  "hour.ended": () => chapter("clock", "The hour ends"),
  "clock.paused": ({ body }) => chapter("clock", "Clock paused", (body as { reason: string }).reason || null),
  "clock.resumed": () => chapter("clock", "Clock goes on"),
  "statement.shown": ({ body }) => {
    const { title, revision } = body as { title: string; revision: number }
    return chapter(
      "statement",
      revision === 0 ? `Shown: ${title}` : revision < 0 ? `Easier: ${title}` : `Harder: ${title}`,
    )
  },
  "hint.shown": (entry, recording) => helped(entry, recording, "shown"),
  "help.said": (entry, recording) => helped(entry, recording, "said aloud"),
  "fact.given": ({ body }) => chapter("hint", "Asked and answered", (body as { text: string }).text || null),
  "mark.set": ({ body }) => {
    const { kind, text, of_ms } = body as { kind: MarkKind; text: string; of_ms: number }
    return { kind: "mark", title: text, detail: null, note: null, mark: kind, atMs: of_ms }
  },
}

function helped(entry: RecordedEntry, recording: Recording, how: string) {
  const { step, text } = entry.body as { step: number | null; text: string }
  const green = progressAfter(entry.atMs, recording)
  const note = green === null ? null : `more tests pass after ${spanInWords(green)}`
  const title = step === null ? `Own hint, ${how}` : `Hint ${step}, ${how}`
  return { ...chapter("hint", title, text), note }
}

/** How long after `atMs` a run first passed more visible tests than any run before; null when none did. */
function progressAfter(atMs: number, recording: Recording): number | null {
  let best = 0
  for (const entry of recording.entries) {
    if (entry.kind !== "run.finished") continue
    const passed = ((entry.body as { tests?: readonly TestResult[] }).tests ?? []).filter(
      (t) => t.passed,
    ).length
    if (entry.atMs > atMs && passed > best) return entry.atMs - atMs
    best = Math.max(best, passed)
  }
  return null
}

/** What happened, in order of the moments it is about. */
export function chaptersOf(recording: Recording): readonly Chapter[] {
  const chapters: Chapter[] = []
  for (const [index, entry] of recording.entries.entries()) {
    const made = entry.body === null ? null : MAKERS[entry.kind]?.(entry, recording)
    if (made == null) continue
    chapters.push({ ...made, key: `${index}`, atMs: made.atMs ?? entry.atMs })
  }
  return chapters.sort((a, b) => a.atMs - b.atMs)
}

/** The chapter that is under way at a moment. */
export function chapterAt(chapters: readonly Chapter[], atMs: number): Chapter | null {
  return chapters.findLast((one) => one.atMs <= atMs) ?? null
}

export type Found = { atMs: number; what: string; excerpt: string }

/** Where words stand in what was said, marked, shown or printed. */
export function findIn(recording: Recording, words: string, foundMax = 40): readonly Found[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === "") return []
  const found: Found[] = []
  for (const entry of recording.entries) {
    for (const text of textsOf(entry.body)) {
      const place = text.toLowerCase().indexOf(wanted)
      if (place < 0) continue
      const from = Math.max(0, place - 20)
      found.push({
        atMs: entry.atMs,
        what: WHAT[entry.kind] ?? entry.kind,
        excerpt: text.slice(from, place + wanted.length + 40),
      })
      break
    }
    if (found.length >= foundMax) break
  }
  return found
}

const WHAT: Record<string, string> = {
  "run.finished": "ran",
  "run.judged": "judged",
  "mark.set": "marked",
  "hint.shown": "shown",
  "help.said": "said",
  "fact.given": "answered",
  "statement.shown": "statement",
  "probe.set": "probe",
  "segment.begun": "part",
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item)
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) yield* textsOf(item)
}
