import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { fakeRecording } from "../dev/fake_recording"
import { snapshotOf } from "../editor/files"
import { chapterAt, chaptersOf, findIn } from "./chapters"
import { changesByTrack, differing, documentTracks, runAt, titleOf, trackAt } from "./moment"
import { advance, clamp, nextAfter } from "./playing"
import { joined, loadRecording } from "./recording"
import { countUpTo, Timeline } from "./timeline"
import { activityOf, axisOf, spansOf, ticksOf, tracksOf } from "./tracks"

const recording = joined([fakeRecording()])
const changes = changesByTrack(recording).get("doc:q1") ?? []

/** The slow and plain way: every change from the beginning. */
function plainly(atMs: number): Record<string, string> {
  const doc = new Y.Doc()
  for (const change of changes) if (change.atMs <= atMs) Y.applyUpdate(doc, change.bytes)
  return snapshotOf(doc)
}

describe("a document over time", () => {
  it("stands the same wherever one jumps, forwards or backwards", () => {
    const timeline = new Timeline(changes, 50)
    let state = 5
    for (let jump = 0; jump < 40; jump++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      const atMs = (state / 2_147_483_648) * recording.endMs
      expect(timeline.at(atMs).texts).toEqual(plainly(atMs))
    }
  })

  it("is empty before the first change and whole after the last", () => {
    const timeline = new Timeline(changes)
    expect(timeline.at(0).paths).toEqual([])
    expect(timeline.at(recording.endMs).texts["limiter.py"]).toContain("return hits[0] + self.rule.window_s")
    expect(timeline.at(recording.endMs).by).toBe(3)
  })

  it("names the file that was typed in", () => {
    const timeline = new Timeline(changes)
    timeline.at(14 * 60_000)
    expect(timeline.at(15 * 60_000).path).toBe("limiter.py")
  })

  it("seeks fast: an hour of changes, a hundred jumps", () => {
    const timeline = new Timeline(changes, 100)
    timeline.at(recording.endMs)
    const began = performance.now()
    for (let jump = 0; jump < 100; jump++) timeline.at(recording.endMs * ((jump * 37) % 100) * 0.01)
    expect((performance.now() - began) / 100).toBeLessThan(15)
  })
})

describe("a moment", () => {
  it("counts what lies at or before it", () => {
    const list = [1, 2, 2, 5].map((atMs) => ({ atMs }))
    expect([0, 1, 2, 4, 5, 9].map((atMs) => countUpTo(list, atMs))).toEqual([0, 1, 3, 3, 4, 4])
  })

  it("has the document, the run and the chapter of that time", () => {
    expect(documentTracks(recording)).toEqual(["doc:q1"])
    expect(trackAt(recording, 20 * 60_000)).toBe("doc:q1")
    expect(titleOf(recording, "doc:q1")).toBe("Rate limiter")
    expect(runAt(recording, 17 * 60_000)).toBeNull()
    expect(runAt(recording, 22 * 60_000)?.run.number).toBe(2)
    expect(chapterAt(chaptersOf(recording), 24.5 * 60_000)?.title).toBe("Hint 2, shown")
  })

  it("says which files ran with another text than the document's", () => {
    const timeline = new Timeline(changes)
    const texts = plainly(21 * 60_000)
    expect(differing(texts, timeline, 21 * 60_000)).toEqual([])
    expect(differing({ ...texts, "limiter.py": "x" }, timeline, 21 * 60_000)).toEqual(["limiter.py"])
    expect(differing(null, timeline, 0)).toEqual([])
  })
})

describe("chapters", () => {
  it("tell hint to progress as a fact", () => {
    const hints = chaptersOf(recording).filter((one) => one.kind === "hint")
    expect(hints.map((one) => one.note)).toEqual([
      "more tests pass after 2 min",
      "more tests pass after 3 min",
    ])
  })

  it("pass over what was erased", () => {
    const erased = { ...recording, entries: recording.entries.map((entry) => ({ ...entry, body: null })) }
    expect(chaptersOf(erased)).toEqual([])
    expect(runAt(erased, 60 * 60_000)).toBeNull()
    expect(findIn(erased, "deque")).toEqual([])
  })

  it("are found by their words", () => {
    expect(findIn(recording, "OLDEST")[0]).toMatchObject({ what: "shown" })
    expect(findIn(recording, "  ")).toEqual([])
  })
})

describe("the axis", () => {
  it("lies between nought and a hundred", () => {
    const x = axisOf(recording)
    for (const track of tracksOf(recording, chaptersOf(recording)))
      for (const stroke of track.strokes) {
        expect(stroke.at).toBeGreaterThanOrEqual(0)
        expect(stroke.at + stroke.for).toBeLessThanOrEqual(100.001)
      }
    expect(x(recording.endMs)).toBe(100)
    expect(Math.max(...activityOf(recording))).toBe(1)
    expect(spansOf(recording, 1)).toEqual([])
    expect(ticksOf(recording).length).toBeLessThanOrEqual(9)
  })
})

describe("playing", () => {
  const tape = { startMs: 0, endMs: 100_000, moments: [1000, 2000, 60_000] }

  it("goes at its speed", () => {
    expect(advance(tape, 0, 100, 4, false)).toBe(400)
    expect(advance(tape, 99_900, 1000, 16, false)).toBe(100_000)
  })

  it("jumps over silence to just before what comes next, never backwards", () => {
    expect(advance(tape, 2000, 100, 1, true)).toBe(58_500)
    expect(advance(tape, 58_500, 100, 1, true)).toBe(58_600)
    expect(advance(tape, 60_000, 100, 1, true)).toBe(100_000)
  })

  it("keeps inside the tape", () => {
    expect(clamp(tape, -5)).toBe(0)
    expect(clamp(tape, 1e9)).toBe(100_000)
    expect(nextAfter(tape.moments, 1000)).toBe(2000)
    expect(nextAfter(tape.moments, 60_000)).toBeNull()
  })
})

describe("loading", () => {
  it("reads page after page until there is none", async () => {
    const whole = fakeRecording()
    const half = Math.floor(whole.updates.length / 2)
    const pages: Record<string, unknown> = {
      "/r": { ...whole, updates: whole.updates.slice(0, half), entries: whole.entries, next: 17 },
      "/r?from=17": { ...whole, updates: whole.updates.slice(half), entries: [], next: null },
    }
    const read = await loadRecording("/r", undefined, (async (url: string) =>
      Response.json(pages[url])) as typeof fetch)
    expect(read.changes.length).toBe(whole.updates.length)
    expect(read.entries.length).toBe(whole.entries.length)
    expect(read.endMs).toBe(65 * 60_000)
  })

  it("says so when it cannot be read", async () => {
    const refuse = (async () => new Response("", { status: 404 })) as typeof fetch
    await expect(loadRecording("/r", undefined, refuse)).rejects.toThrow("404")
  })
})
