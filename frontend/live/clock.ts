import type { Segment } from "./config"
import { type Hour, isPaused, pausedBetween } from "./hour"

/** One segment on the strip; figures are minutes of the hour's own clock, which stands while it is paused. */
export type Part = {
  id: string
  title: string
  minutes: number
  fromMin: number
  spanMin: number
  state: "done" | "now" | "later"
}
export type Clock = {
  parts: readonly Part[]
  /** What the strip spans: the planned hour, or longer when the parts no longer fit. */
  totalMin: number
  nowMin: number
  leftHereMin: number | null
  leftMin: number
  /** Positive: over at this pace. Negative: won. */
  driftMin: number
  paused: boolean
  lostMs: number
  running: boolean
  current: Segment | null
  following: Segment | null
}

const minute = 60_000

/** Where the hour stands. `nowMs` is the log's clock; before `hour.begun` the hand lies at 0. */
export function clockOf(
  hour: Hour,
  segments: readonly Segment[],
  minutesPlanned: number,
  nowMs: number,
): Clock {
  const stopMs = hour.endedMs ?? nowMs
  const beganMs = hour.begunMs ?? stopMs
  const minutesAt = (atMs: number) =>
    Math.max(0, (atMs - beganMs - pausedBetween(hour, beganMs, atMs)) / minute)
  const nowMin = minutesAt(stopMs)
  const planned = hour.openedAt === null ? minutesPlanned : hour.minutes

  const last = hour.begun.at(-1)
  const currentIndex = last === undefined ? -1 : segments.findIndex((s) => s.id === last.segment)
  const parts = partsOf(hour, segments, currentIndex, minutesAt, nowMin)
  const endMin = parts.reduce((end, part) => Math.max(end, part.fromMin + part.spanMin), 0)
  const current = segments[currentIndex] ?? null
  const here = parts.find((part) => part.state === "now")
  return {
    parts,
    totalMin: Math.max(planned, endMin),
    nowMin,
    leftHereMin: here === undefined ? null : here.fromMin + here.minutes - nowMin,
    leftMin: planned - nowMin,
    driftMin:
      hour.begunMs === null || parts.length === 0 ? 0 : endMin - Math.max(planned, plannedEnd(segments)),
    paused: isPaused(hour),
    lostMs: pausedBetween(hour, beganMs, stopMs),
    running: hour.begunMs !== null && hour.endedMs === null,
    current,
    following: segments[currentIndex + 1] ?? null,
  }
}

function plannedEnd(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.minutes, 0)
}

function partsOf(
  hour: Hour,
  segments: readonly Segment[],
  currentIndex: number,
  minutesAt: (atMs: number) => number,
  nowMin: number,
): readonly Part[] {
  let atMin = 0
  return segments.map((segment, index) => {
    const begunIndex = hour.begun.findLastIndex((b) => b.segment === segment.id)
    const begun = hour.begun[begunIndex]
    const state = index < currentIndex ? "done" : index === currentIndex ? "now" : "later"
    let fromMin = atMin
    let spanMin = segment.minutes
    if (state !== "later" && begun !== undefined) {
      fromMin = Math.max(atMin, minutesAt(begun.atMs))
      const next = hour.begun[begunIndex + 1]
      spanMin =
        state === "now" ? Math.max(segment.minutes, nowMin - fromMin) : minutesAt(next?.atMs ?? 0) - fromMin
    } else if (state === "done") spanMin = 0 // jumped over
    atMin = fromMin + Math.max(0, spanMin)
    return {
      id: segment.id,
      title: segment.title,
      minutes: segment.minutes,
      fromMin,
      spanMin: Math.max(0, spanMin),
      state,
    }
  })
}

export type Stretch = Omit<Part, "state"> & { state: Part["state"] | "blank" }

/**
 * The parts from left to right, with what lies between them: time spent in a part that was gone back to, and what
 * the plan leaves free at the end. Without it the strip would stretch, and the hand point at the wrong minute.
 */
export function stripOf(clock: Clock): readonly Stretch[] {
  const strip: Stretch[] = []
  let atMin = 0
  const blankUntil = (toMin: number) => {
    const spanMin = toMin - atMin
    if (spanMin > 1e-6)
      strip.push({
        id: `blank-${strip.length}`,
        title: "",
        minutes: 0,
        fromMin: atMin,
        spanMin,
        state: "blank",
      })
  }
  for (const part of clock.parts) {
    blankUntil(part.fromMin)
    strip.push(part)
    atMin = Math.max(atMin, part.fromMin + part.spanMin)
  }
  blankUntil(clock.totalMin)
  return strip
}
