import type { Clock } from "./clock"

export type ClockWords = { long: string; hereMin: number | null }

/** The clock in a calm sentence: never a drift, never a minus. */
export function clockInWords(clock: Clock): ClockWords | null {
  if (!clock.running) return null
  const inHour = Math.max(0, Math.ceil(clock.leftMin))
  if (clock.paused) return { long: `The clock stands still, ${inHour} min left in the hour`, hereMin: null }
  if (clock.leftHereMin === null) return { long: `${inHour} min left in the hour`, hereMin: null }
  const here = Math.max(0, Math.ceil(clock.leftHereMin))
  if (here === 0) return { long: `${inHour} min left in the hour`, hereMin: 0 }
  return { long: `${here} min left in this part, ${inHour} in the hour`, hereMin: here }
}
