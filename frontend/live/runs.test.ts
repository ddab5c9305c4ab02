import { describe, expect, it } from "vitest"
import { costOf, outcomeInWords } from "./outcome"
import { foldRuns, passed, RunStreams } from "./runs"

const entry = (atMs: number, kind: string, body: unknown, actor = 3) => ({
  atMs,
  actor,
  kind,
  version: 1,
  body,
})
const started = (run: string, atMs: number) =>
  entry(atMs, "run.started", { run, doc: "doc:q1", language: "python", mode: "visible" })
const finished = (run: string, atMs: number, more: object = {}) =>
  entry(
    atMs,
    "run.finished",
    {
      run,
      doc: "doc:q1",
      language: "python",
      outcome: "ok",
      exit_code: 0,
      signal: null,
      stdout: "hi\n",
      stderr: "",
      wall_ms: 410,
      cpu_ms: 380,
      memory_bytes: 31 * 1_048_576,
      tests: [],
      ...more,
    },
    0,
  )

describe("runs", () => {
  it("are numbered as people saw them begin, and by who asked", () => {
    const runs = foldRuns([started("a", 1), started("b", 2), finished("b", 3), finished("a", 4)])
    expect(runs.map(({ id, number, by, atMs }) => [id, number, by, atMs])).toEqual([
      ["a", 1, 3, 1],
      ["b", 2, 3, 2],
    ])
    expect(runs[0]?.finished?.stdout).toBe("hi\n")
  })

  it("carry hidden tests only where the judge's track could be read", () => {
    const judged = entry(5, "run.judged", { run: "a", tests: [{ name: "h", passed: false }] }, 0)
    expect(foldRuns([started("a", 1)], [judged])[0]?.hidden).toHaveLength(1)
    expect(foldRuns([started("a", 1)])[0]?.hidden).toBeNull()
    expect(foldRuns([], [judged])).toEqual([])
  })

  it("count what passed", () => {
    expect(
      passed([
        { name: "a", passed: true },
        { name: "b", passed: false },
      ]),
    ).toBe(1)
  })
})

describe("output while it streams", () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

  it("joins what came on one stream and keeps the order of two", () => {
    const streams = new RunStreams()
    streams.take(bytes({ run: "a", stream: "stdout", text: "1" }))
    streams.take(bytes({ run: "a", stream: "stdout", text: "2" }))
    streams.take(bytes({ run: "a", stream: "stderr", text: "!" }))
    expect(streams.of("a")).toEqual([
      { stream: "stdout", text: "12" },
      { stream: "stderr", text: "!" },
    ])
    expect(streams.of("b")).toBe(streams.of("c"))
  })

  it("keeps no more than it should", () => {
    const streams = new RunStreams()
    for (let n = 0; n < 100; n++)
      streams.take(bytes({ run: "a", stream: "stdout", text: "x".repeat(10_000) }))
    expect(streams.of("a")[0]?.text.length).toBeLessThan(220_000)
  })
})

describe("an outcome in words", () => {
  const told = (more: object) => {
    const run = foldRuns([started("a", 1), finished("a", 2, more)])[0]
    if (run === undefined) throw new Error("no run")
    return outcomeInWords(run)
  }

  it("names the limit with its figure", () => {
    expect(told({ outcome: "cpu-limit", cpu_ms: 10_000 }).sentence).toBe(
      "It used 10 s of processor time, which is the limit. Output up to there is below.",
    )
    expect(told({ outcome: "memory-limit", memory_bytes: 256 * 1_048_576 }).sentence).toContain("256 MB")
  })

  it("never blames the code for our failure", () => {
    expect(told({ outcome: "sandbox-error" }).sentence).toContain("not the code")
  })

  it("has a word for each outcome the runner knows", () => {
    const known =
      "ok compile-error sandbox-error memory-limit wall-limit cpu-limit output-limit file-limit process-limit signal nonzero"
    for (const outcome of known.split(" ")) expect(told({ outcome }).word).not.toBe(outcome)
  })

  it("says what it cost", () => {
    const run = foldRuns([started("a", 1), finished("a", 2)])[0]
    expect(run === undefined ? "" : costOf(run)).toBe("0.41 s, 31 MB")
  })
})
