import { expect, it } from "vitest"
import {
  documentsOf,
  foldHour,
  latestDocument,
  NOTHING_YET,
  partsOf,
  pausedBetween,
  revisionsShown,
  statementOf,
} from "./hour"

const entry = (atMs: number, kind: string, body: unknown = {}) => ({ atMs, actor: 1, kind, version: 1, body })
const shown = (atMs: number, doc: string, revision: number) =>
  entry(atMs, "statement.shown", { doc, question: `q-${doc}`, title: doc, markdown: `${revision}`, revision })

it("is nothing before anything was written", () => {
  expect(foldHour([])).toEqual(NOTHING_YET)
})

it("passes over kinds it does not know", () => {
  expect(foldHour([entry(1, "outline.from-the-future", { anything: true })])).toEqual(NOTHING_YET)
})

it("shows the latest revision of a statement and follows to the newest document", () => {
  const hour = foldHour([shown(1, "doc:q1", 0), shown(2, "doc:q1", 1), shown(3, "doc:q2", 0)])
  expect(statementOf(hour, "doc:q1")?.markdown).toBe("1")
  expect(statementOf(hour, "doc:pad")).toBeNull()
  expect([...revisionsShown(hour, "q-doc:q1")]).toEqual([0, 1])
  expect(latestDocument(hour)).toBe("doc:q2")
  expect(documentsOf(hour).map((one) => one.track)).toEqual(["doc:pad", "doc:q1", "doc:q2"])
})

it("counts a pause once, however often it is begun or ended", () => {
  const hour = foldHour([
    entry(10, "clock.resumed"),
    entry(100, "clock.paused", { reason: "a" }),
    entry(150, "clock.paused", { reason: "b" }),
    entry(200, "clock.resumed"),
    entry(250, "clock.resumed"),
  ])
  expect(hour.pauses).toHaveLength(1)
  expect(pausedBetween(hour, 0, 1000)).toBe(100)
  expect(pausedBetween(hour, 120, 180)).toBe(60)
})

it("ends a pause with the hour", () => {
  const hour = foldHour([
    entry(1, "hour.begun"),
    entry(5, "clock.paused", { reason: "" }),
    entry(9, "hour.ended"),
  ])
  expect(hour.pauses[0]?.toMs).toBe(9)
})

it("cuts the statement where something was added, and shows only what stands", () => {
  const shown = (atMs: number, revision: number, markdown: string) =>
    entry(atMs, "statement.shown", { doc: "doc:q1", question: "q", title: "Q", markdown, revision })
  const base = shown(1, 0, "Do it.\n")
  const eased = shown(2, -1, "Do it.\n\n## Easier\n\nLess.\n")
  const harder = shown(3, 1, "Do it.\n\n## Harder: more\n\nMore.\n")
  expect(partsOf(foldHour([]), "doc:q1")).toEqual([])
  expect(partsOf(foldHour([base, eased]), "doc:q1").map((part) => part.title)).toEqual(["Q", "Easier"])
  expect(partsOf(foldHour([base, eased, harder]), "doc:q1")).toEqual([
    { atMs: 1, title: "Q", markdown: "Do it." },
    { atMs: 3, title: "Harder: more", markdown: "## Harder: more\n\nMore." },
  ])
})
