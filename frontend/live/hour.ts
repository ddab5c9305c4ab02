import type { LogEntry } from "./room_link"

/** What has happened in the hour, folded from the entries that this member may read. Times in ms since opening. */
export type Begun = { atMs: number; segment: string; ordinal: number; title: string; minutes: number }
export type Pause = { fromMs: number; toMs: number | null; reason: string }
export type Shown = {
  atMs: number
  doc: string
  question: string
  title: string
  markdown: string
  revision: number
}
export type Hour = {
  openedAt: Date | null
  minutes: number
  begunMs: number | null
  endedMs: number | null
  begun: readonly Begun[]
  pauses: readonly Pause[]
  statements: readonly Shown[]
}

export const NOTHING_YET: Hour = {
  openedAt: null,
  minutes: 60,
  begunMs: null,
  endedMs: null,
  begun: [],
  pauses: [],
  statements: [],
}

type Step = (hour: Hour, entry: LogEntry) => Hour

const STEPS: Record<string, Step> = {
  "hour.opened": (hour, { body }) => {
    const { opened_at, minutes } = body as { opened_at: string; minutes: number }
    return { ...hour, openedAt: new Date(opened_at), minutes }
  },
  "hour.begun": (hour, { atMs }) => ({ ...hour, begunMs: hour.begunMs ?? atMs }),
  "hour.ended": (hour, { atMs }) => ({
    ...hour,
    endedMs: hour.endedMs ?? atMs,
    pauses: closed(hour.pauses, atMs),
  }),
  "segment.begun": (hour, { atMs, body }) => ({
    ...hour,
    begun: [...hour.begun, { ...(body as Omit<Begun, "atMs">), atMs }],
  }),
  "statement.shown": (hour, { atMs, body }) => ({
    ...hour,
    statements: [...hour.statements, { ...(body as Omit<Shown, "atMs">), atMs }],
  }),
  "clock.paused": (hour, { atMs, body }) => {
    if (isPaused(hour)) return hour
    const { reason } = body as { reason: string }
    return { ...hour, pauses: [...hour.pauses, { fromMs: atMs, toMs: null, reason }] }
  },
  "clock.resumed": (hour, { atMs }) => ({ ...hour, pauses: closed(hour.pauses, atMs) }),
}

/** The entries of `outline`, in order. Kinds that this version does not know are passed over. */
export function foldHour(entries: readonly LogEntry[]): Hour {
  return entries.reduce((hour, entry) => STEPS[entry.kind]?.(hour, entry) ?? hour, NOTHING_YET)
}

export function isPaused(hour: Hour): boolean {
  const last = hour.pauses.at(-1)
  return last !== undefined && last.toMs === null
}

/** How long the clock stood still between two moments. */
export function pausedBetween(hour: Hour, fromMs: number, toMs: number): number {
  return hour.pauses.reduce((sum, pause) => {
    const start = Math.max(pause.fromMs, fromMs)
    const stop = Math.min(pause.toMs ?? toMs, toMs)
    return sum + Math.max(0, stop - start)
  }, 0)
}

/** The statement of a document as it stands: its latest revision. */
export function statementOf(hour: Hour, doc: string): Shown | null {
  return hour.statements.findLast((shown) => shown.doc === doc) ?? null
}

export type Part = { atMs: number; title: string; markdown: string }

/** The statement as it stands, cut where an escalation or the easing was added to what was there before. */
export function partsOf(hour: Hour, doc: string): readonly Part[] {
  const whole = statementOf(hour, doc)?.markdown.trimEnd() ?? ""
  const parts: Part[] = []
  let from = 0
  for (const { doc: of, atMs, title, markdown } of hour.statements) {
    const text = markdown.trimEnd()
    if (of !== doc || text.length <= from || !whole.startsWith(text)) continue
    const added = whole.slice(from, text.length).trim()
    parts.push({ atMs, title: /^#+\s+(.+)/.exec(added)?.[1] ?? title, markdown: added })
    from = text.length
  }
  return parts
}

export function revisionsShown(hour: Hour, question: string): ReadonlySet<number> {
  return new Set(hour.statements.filter((s) => s.question === question).map((s) => s.revision))
}

export const PAD = "doc:pad"

/** The documents in the room in the order they came, with the words for them. */
export function documentsOf(hour: Hour): readonly { track: string; title: string }[] {
  const known = new Map<string, string>([[PAD, "Warm-up pad"]])
  for (const shown of hour.statements) if (!known.has(shown.doc)) known.set(shown.doc, shown.title)
  return [...known].map(([track, title]) => ({ track, title }))
}

export function latestDocument(hour: Hour): string {
  return hour.statements.at(-1)?.doc ?? PAD
}

function closed(pauses: readonly Pause[], atMs: number): readonly Pause[] {
  return pauses.map((pause) => (pause.toMs === null ? { ...pause, toMs: atMs } : pause))
}
