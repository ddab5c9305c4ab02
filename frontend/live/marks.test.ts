import { expect, it } from "vitest"
import { foldFacts, foldHelp } from "./hints"
import { foldMarks, foldProbes } from "./marks"

const entry = (atMs: number, kind: string, body: unknown) => ({ atMs, actor: 1, kind, version: 1, body })

it("puts marks where they belong in time, not where they were set", () => {
  const marks = foldMarks([
    entry(100, "mark.set", { kind: "good", text: "b", of_ms: 90 }),
    entry(120, "mark.set", { kind: "flag", text: "a", of_ms: 30 }),
    entry(130, "probe.set", { probe: "p", state: "asked", note: "" }),
  ])
  expect(marks.map((mark) => mark.text)).toEqual(["a", "b"])
})

it("lets the last word on a probe count", () => {
  const probes = foldProbes([
    entry(1, "probe.set", { probe: "p", state: "asked", note: "" }),
    entry(2, "probe.set", { probe: "p", state: "supported", note: "told well" }),
  ])
  expect(probes.get("p")).toEqual({ state: "supported", note: "told well", atMs: 2 })
})

it("lists help shown and said in one order", () => {
  const help = foldHelp(
    [entry(20, "hint.shown", { question: "q", step: 2, text: "two" })],
    [
      entry(10, "help.said", { question: "q", step: 1, text: "one" }),
      entry(15, "fact.given", { question: "q", fact: "f" }),
    ],
  )
  expect(help.map(({ step, shown }) => [step, shown])).toEqual([
    [1, false],
    [2, true],
  ])
})

it("keeps facts of one question apart from another's", () => {
  const help = [
    entry(1, "fact.given", { question: "q", fact: "f" }),
    entry(2, "fact.given", { question: "r", fact: "g" }),
  ]
  expect([...foldFacts(help, "q")]).toEqual(["f"])
})
