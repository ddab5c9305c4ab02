import { expect, it } from "vitest"
import { foldPresence, presenceInWords } from "./presence"

const entry = (kind: string, atMs: number, body: object) => ({ atMs, actor: 0, kind, version: 1, body })
const told = (...entries: ReturnType<typeof entry>[]) =>
  presenceInWords("Dana", foldPresence(entries).seen.get(3) ?? null, null)
const joined = entry("presence.joined", 60_000, { member: 3 })
const quiet = entry("presence.quiet", 130_000, { member: 3, since_ms: 121_000 })

it("tells a lost line from somebody who left", () => {
  expect(told()).toBe("Dana not here yet")
  expect(told(joined)).toBe("Dana here")
  expect(told(joined, quiet)).toBe("Dana's line lost since 2 min")
  expect(told(joined, entry("presence.left", 180_000, { member: 3 }))).toBe("Dana left 3 min")
})

it("keeps the moment of the loss when the line is given up, and forgets it when they are heard again", () => {
  const left = entry("presence.left", 190_000, { member: 3 })
  expect(told(joined, quiet, left)).toBe("Dana's line lost since 2 min")
  expect(told(joined, quiet, entry("presence.heard", 140_000, { member: 3 }))).toBe("Dana here")
  expect(told(joined, quiet, left, entry("presence.joined", 200_000, { member: 3 }))).toBe("Dana here")
})

it("knows what was said about being late", () => {
  const late = entry("presence.late", 5, { minutes: 10, reason: "the tram" })
  expect(foldPresence([late]).late).toEqual({ minutes: 10, reason: "the tram", atMs: 5 })
})
