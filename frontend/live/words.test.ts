import { expect, it } from "vitest"
import { hourCode } from "./words"

it("writes the hour's clock as the scorecard does, negative before the hour began", () => {
  expect(hourCode(724_000)).toBe("12:04")
  expect(hourCode(3_724_000)).toBe("1:02:04")
  expect(hourCode(-130_000)).toBe("-02:10")
  expect([hourCode(0), hourCode(-900)]).toEqual(["00:00", "00:00"])
})
