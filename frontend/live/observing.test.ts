import { expect, it } from "vitest"
import { PASTE_CHARS_MAX, pasteOf } from "./observing"

it("tells a paste by its whole length, and of a long one the beginning", () => {
  const text = "x".repeat(PASTE_CHARS_MAX + 5)
  const told = pasteOf("doc:q1", text, null)
  expect(told?.body).toEqual({
    doc: "doc:q1",
    text: "x".repeat(PASTE_CHARS_MAX),
    chars: PASTE_CHARS_MAX + 5,
    copiedHere: false,
  })
})

it("knows what was copied here, and tells nothing of a few words", () => {
  const line = "def allow(self, key: str) -> bool:"
  expect(pasteOf("doc:q1", line, line)?.body).toMatchObject({ copiedHere: true })
  expect(pasteOf("doc:q1", "retry_after_s", null)).toBeNull()
})
