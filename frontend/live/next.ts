import type { Clock } from "./clock"
import type { FactCard, QuestionCard, Segment, Step } from "./config"
import type { Hour } from "./hour"
import type { Run } from "./runs"

export type StepState = "said" | "later"
/** What was said or put off, by `segment:index`; kept in the member's private document. */
export type StepStates = ReadonlyMap<string, StepState>

export type NextCard =
  | { state: "lobby" | "ended" }
  | { state: "paused"; reason: string; lostMs: number }
  | { state: "begin-first"; segment: Segment }
  | { state: "last-part"; current: Segment; following: Segment; inMin: number }
  | { state: "early"; question: QuestionCard; revision: number; title: string; leftMin: number }
  | { state: "step"; step: Step; key: string; following: Segment | null }
  | { state: "move-on"; current: Segment; following: Segment | null }

const SOON_MIN = 3
const EARLY_MIN = 6

export function stepKey(segment: string, index: number): string {
  return `${segment}:${index}`
}

/** Steps of a segment still to say: those not yet reached first, then those put off. */
export function stepsLeft(segment: Segment, states: StepStates): readonly { step: Step; key: string }[] {
  const all = segment.steps.map((step, index) => ({ step, key: stepKey(segment.id, index) }))
  const open = all.filter(({ key }) => !states.has(key))
  const later = all.filter(({ key }) => states.get(key) === "later")
  return [...open, ...later]
}

export type Situation = {
  hour: Hour
  clock: Clock
  states: StepStates
  /** What the interviewer picked under "Something else". */
  picked: string | null
  /** The question of this part, and its latest finished run with tests. */
  question: QuestionCard | null
  lastRun: Run | null
  revisions: ReadonlySet<number>
  waved: ReadonlySet<string>
  segments: readonly Segment[]
}

/** The one thing that comes next. Silence and speed are never judged here; it only proposes what to say. */
export function nextCard(at: Situation): NextCard {
  const { hour, clock } = at
  if (hour.endedMs !== null) return { state: "ended" }
  if (hour.begunMs === null) return { state: "lobby" }
  if (clock.paused) return { state: "paused", reason: hour.pauses.at(-1)?.reason ?? "", lostMs: clock.lostMs }
  const first = at.segments[0]
  if (clock.current === null)
    return first === undefined ? { state: "ended" } : { state: "begin-first", segment: first }
  const last = at.segments.at(-1)
  if (
    last !== undefined &&
    last.kind === "candidate-asks" &&
    clock.current !== last &&
    !at.waved.has("last-part")
  ) {
    const inMin = clock.leftMin - last.minutes
    if (inMin <= SOON_MIN) return { state: "last-part", current: clock.current, following: last, inMin }
  }
  const early = harder(at)
  if (early !== null) return early
  const left = stepsLeft(clock.current, at.states)
  const step = left.find(({ key }) => key === at.picked) ?? left[0]
  if (step !== undefined) return { state: "step", ...step, following: clock.following }
  return { state: "move-on", current: clock.current, following: clock.following }
}

function harder(at: Situation): NextCard | null {
  const { question, lastRun, clock } = at
  if (question === null || lastRun?.finished == null || at.waved.has(`early:${question.id}`)) return null
  const tests = [...lastRun.finished.tests, ...(lastRun.hidden ?? [])]
  if (tests.length === 0 || tests.some((test) => !test.passed)) return null
  const leftMin = clock.leftHereMin ?? 0
  const index = question.escalations.findIndex((_, i) => !at.revisions.has(i + 1))
  const escalation = question.escalations[index]
  if (escalation === undefined || leftMin < EARLY_MIN) return null
  return { state: "early", question, revision: index + 1, title: escalation.title, leftMin }
}

/** The fact that the candidate is likely to ask for next: the first one not yet given, or the one turned to. */
export function likelyFact(
  question: QuestionCard | null,
  given: ReadonlySet<string>,
  turn: number,
): FactCard | null {
  const open = question?.facts.filter((fact) => !given.has(fact.id)) ?? []
  return open.length === 0 ? null : (open[turn % open.length] ?? null)
}
