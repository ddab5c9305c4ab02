import { describe, expect, it } from "vitest"
import { LIMITER, sampleConfig } from "../dev/sample"
import { clockOf } from "./clock"
import { foldHour } from "./hour"
import { likelyFact, nextCard, type StepState } from "./next"
import { nextInWords } from "./next_words"
import { foldRuns } from "./runs"

const segments = sampleConfig("panel").segments
const minute = 60_000
const entry = (atMin: number, kind: string, body: unknown = {}) => ({
  atMs: atMin * minute,
  actor: 1,
  kind,
  version: 1,
  body,
})
const opened = entry(0, "hour.opened", { opened_at: "2026-06-10T12:00:00Z", minutes: 60 })
const began = entry(5, "hour.begun")
const part = (atMin: number, segment: string) =>
  entry(atMin, "segment.begun", { segment, ordinal: 1, title: "", minutes: 5 })

function card(
  nowMin: number,
  entries: ReturnType<typeof entry>[],
  more: Partial<Parameters<typeof nextCard>[0]> = {},
) {
  const hour = foldHour([opened, ...entries])
  const clock = clockOf(hour, segments, 60, nowMin * minute)
  return nextCard({
    hour,
    clock,
    segments,
    states: new Map<string, StepState>(),
    picked: null,
    question: null,
    lastRun: null,
    revisions: new Set<number>(),
    waved: new Set<string>(),
    ...more,
  })
}

describe("what comes next", () => {
  it("is the lobby, then the first part", () => {
    expect(card(3, []).state).toBe("lobby")
    expect(card(6, [began])).toMatchObject({ state: "begin-first", segment: { id: "welcome" } })
  })

  it("goes through the steps, then to those put off, then moves on", () => {
    const entries = [began, part(5, "welcome")]
    expect(card(6, entries)).toMatchObject({ state: "step", key: "welcome:0" })
    const later = new Map<string, StepState>([["welcome:0", "later"]])
    expect(card(6, entries, { states: later })).toMatchObject({ key: "welcome:1" })
    later.set("welcome:1", "said")
    expect(card(6, entries, { states: later })).toMatchObject({ key: "welcome:0" })
    later.set("welcome:0", "said")
    expect(card(6, entries, { states: later })).toMatchObject({
      state: "move-on",
      following: { id: "first" },
    })
  })

  it("takes what was picked instead", () => {
    expect(card(6, [began, part(5, "welcome")], { picked: "welcome:1" })).toMatchObject({ key: "welcome:1" })
  })

  it("warns before the candidate's five minutes are eaten, until told to wait", () => {
    const entries = [began, part(5, "second")]
    expect(card(55, entries)).toMatchObject({ state: "move-on" })
    expect(card(58, entries)).toMatchObject({ state: "last-part", inMin: 2 })
    expect(card(58, entries, { waved: new Set(["last-part"]) }).state).toBe("move-on")
    expect(card(58, [...entries, part(57, "asks")]).state).toBe("move-on")
  })

  it("offers the harder version when every test is green, visible and hidden", () => {
    const tests = [{ name: "a", passed: true }]
    const finished = { run: "r", doc: "doc:q1", language: "python", outcome: "ok", tests }
    const [green] = foldRuns(
      [entry(12, "run.finished", finished)],
      [entry(12, "run.judged", { run: "r", tests })],
    )
    const [half] = foldRuns(
      [entry(12, "run.finished", finished)],
      [entry(12, "run.judged", { run: "r", tests: [{ name: "h", passed: false }] })],
    )
    const more = { question: LIMITER, lastRun: green ?? null }
    const entries = [began, part(10, "first")]
    expect(card(13, entries, more)).toMatchObject({ state: "early", revision: 1, title: "Two servers" })
    expect(card(13, entries, { ...more, revisions: new Set([0, 1]) })).toMatchObject({ revision: 2 })
    expect(card(13, entries, { ...more, lastRun: half ?? null }).state).toBe("step")
    expect(card(28, entries, more).state).toBe("step") // too little time is left for it
  })

  it("stands while the clock does, and ends with the hour", () => {
    expect(card(9, [began, entry(8, "clock.paused", { reason: "A break" })])).toMatchObject({
      state: "paused",
    })
    expect(card(9, [began, entry(8, "hour.ended")]).state).toBe("ended")
  })

  it("has words for every state, without exclamation marks", () => {
    const states = [
      card(3, []),
      card(6, [began]),
      card(6, [began, part(5, "welcome")]),
      card(58, [began, part(5, "second")]),
      card(9, [began, entry(8, "clock.paused", { reason: "A break" })]),
      card(9, [began, entry(8, "hour.ended")]),
    ]
    for (const state of states) {
      const { title, say, note } = nextInWords(state, {
        candidate: "Dana",
        here: false,
        late: { minutes: 10, reason: "" },
      })
      expect(title).not.toBe("")
      expect(`${title}${say}${note}`).not.toContain("!")
    }
  })
})

describe("the likely question", () => {
  it("is the first that was not asked, and turns", () => {
    expect(likelyFact(LIMITER, new Set(), 0)?.id).toBe("process")
    expect(likelyFact(LIMITER, new Set(["process"]), 0)?.id).toBe("keys")
    expect(likelyFact(LIMITER, new Set(["process"]), 3)?.id).toBe("exact")
    expect(likelyFact(LIMITER, new Set(LIMITER.facts.map((fact) => fact.id)), 0)).toBeNull()
    expect(likelyFact(null, new Set(), 0)).toBeNull()
  })
})
