import { expect, it } from "vitest"
import { GRACE_MS, SLOW_MS, savedOf } from "./saved"

const room = (
  pendingCount: number,
  status: "open" | "lost" | "connecting" | "refused" | "ended" = "open",
) => ({
  status,
  lostSince: null,
  pendingCount,
})

it("says saved only when nothing is on its way for longer than a healthy answer takes", () => {
  expect(savedOf(room(0), 0).state).toBe("saved")
  expect(savedOf(room(1), GRACE_MS - 1).state).toBe("saved")
  expect(savedOf(room(1), GRACE_MS).state).toBe("saving")
  expect(savedOf(room(1), SLOW_MS)).toEqual({ state: "slow", forMs: SLOW_MS })
})

it("says since when the line is lost, and how much waits", () => {
  expect(savedOf(room(41, "lost"), 0)).toEqual({ state: "lost", since: null, waiting: 41 })
})

it("never says saved without a line", () => {
  for (const status of ["connecting", "lost", "refused", "ended"] as const)
    expect(savedOf(room(0, status), 0).state).not.toBe("saved")
})
