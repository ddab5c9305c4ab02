import { describe, expect, it } from "vitest"
import { clockInWords } from "./candidate_words"
import { clockOf, stripOf } from "./clock"
import type { Segment } from "./config"
import { foldHour } from "./hour"
import type { LogEntry } from "./room_link"

const minute = 60_000
const plan: readonly Segment[] = [
  ["welcome", 5],
  ["first", 22],
  ["disagree", 6],
  ["second", 22],
  ["asks", 5],
].map(([id, minutes]) => ({
  id: String(id),
  kind: id === "asks" ? "candidate-asks" : "problem",
  title: String(id),
  minutes: Number(minutes),
  doc: null,
  question: null,
  steps: [],
}))

function entry(atMin: number, kind: string, body: unknown = {}): LogEntry {
  return { atMs: atMin * minute, actor: 1, kind, version: 1, body }
}

const opened = entry(0, "hour.opened", { opened_at: "2026-06-10T12:00:00Z", minutes: 60 })
const begun = (atMin: number, segment: string) =>
  entry(atMin, "segment.begun", { segment, ordinal: 1, title: segment, minutes: 22 })

function at(atMin: number, ...entries: LogEntry[]) {
  return clockOf(foldHour([opened, ...entries]), plan, 60, atMin * minute)
}

describe("the hour's clock", () => {
  it("stands at nought in the lobby", () => {
    const clock = at(9)
    expect([clock.running, clock.nowMin, clock.leftMin, clock.driftMin]).toEqual([false, 0, 60, 0])
    expect(clockInWords(clock)).toBeNull()
  })

  it("counts from the beginning of the hour, not of the lobby", () => {
    const clock = at(23, entry(4, "hour.begun"), begun(4, "welcome"), begun(9, "first"))
    expect([clock.nowMin, clock.leftHereMin, clock.leftMin, clock.driftMin]).toEqual([19, 8, 41, 0])
    expect(clockInWords(clock)?.long).toBe("8 min left in this part, 41 in the hour")
  })

  it("names what a part that began late costs at this pace", () => {
    const clock = at(25, entry(4, "hour.begun"), begun(4, "welcome"), begun(11, "first"))
    expect(clock.driftMin).toBe(2)
    expect(clock.totalMin).toBe(62)
  })

  it("counts an overrun of this part as drift", () => {
    const clock = at(34, entry(4, "hour.begun"), begun(4, "welcome"), begun(9, "first"))
    expect([clock.leftHereMin, clock.driftMin]).toEqual([-3, 3])
  })

  it("says what was won by moving on early", () => {
    const clock = at(
      20,
      entry(4, "hour.begun"),
      begun(4, "welcome"),
      begun(9, "first"),
      begun(20, "disagree"),
    )
    expect(clock.driftMin).toBe(-11)
  })

  it("stands still while it is paused, and remembers what was lost", () => {
    const entries = [
      entry(4, "hour.begun"),
      begun(4, "welcome"),
      entry(6, "clock.paused", { reason: "break" }),
    ]
    const paused = at(10, ...entries)
    expect([paused.paused, paused.nowMin, paused.lostMs]).toEqual([true, 2, 4 * minute])
    const later = at(12, ...entries, entry(10, "clock.resumed"))
    expect([later.paused, later.nowMin]).toEqual([false, 4])
  })

  it("gives a part that was jumped over no room", () => {
    const clock = at(20, entry(4, "hour.begun"), begun(4, "welcome"), begun(9, "second"))
    expect(clock.parts.map((part) => part.spanMin)).toEqual([5, 0, 0, 22, 5])
    expect(clock.following?.id).toBe("asks")
  })

  it("keeps the hand over the part that was gone back to", () => {
    const clock = at(20, entry(4, "hour.begun"), begun(4, "first"), begun(14, "second"), begun(19, "first"))
    const strip = stripOf(clock)
    const before = strip.slice(
      0,
      strip.findIndex((one) => one.state === "now"),
    )
    expect(before.reduce((sum, one) => sum + one.spanMin, 0)).toBe(15)
    expect(clock.nowMin).toBe(16)
  })

  it("never shows the candidate a minus", () => {
    const clock = at(90, entry(4, "hour.begun"), begun(4, "welcome"), begun(9, "first"))
    expect(clockInWords(clock)?.long).toBe("0 min left in the hour")
  })

  it("adds up whatever is begun and when", () => {
    const random = seeded(3)
    for (let round = 0; round < 200; round++) {
      const entries = [entry(1, "hour.begun")]
      let now = 1
      for (let n = 0; n < 6; n++) {
        now += random() * 20
        entries.push(begun(now, plan[Math.floor(random() * plan.length)]?.id ?? ""))
        if (random() < 0.3)
          entries.push(entry(now + 0.1, "clock.paused", { reason: "" }), entry(now + 0.4, "clock.resumed"))
      }
      const clock = at(now + random() * 30, ...entries)
      const sum = clock.parts.reduce((end, part) => Math.max(end, part.fromMin + part.spanMin), 0)
      expect(sum).toBeLessThanOrEqual(clock.totalMin + 1e-9)
      const strip = stripOf(clock)
      expect(strip.reduce((total, one) => total + one.spanMin, 0)).toBeCloseTo(clock.totalMin, 6)
      expect(clock.parts.every((part) => part.spanMin >= 0 && Number.isFinite(part.fromMin))).toBe(true)
    }
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
