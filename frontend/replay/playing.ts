/** How the position moves while it plays. No timer here: the caller tells how much time went by. */

export const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const
export type Speed = (typeof SPEEDS)[number]

const SILENCE_MS = 8_000
const LEAD_MS = 1_500

export type Tape = {
  startMs: number
  endMs: number
  /** Every moment at which something happened, in order. */
  moments: readonly number[]
}

/** Where the hand is after `elapsedMs` of real time. Silence of more than 8 s is jumped, when that is wanted. */
export function advance(
  tape: Tape,
  atMs: number,
  elapsedMs: number,
  speed: Speed,
  skipSilence: boolean,
): number {
  const to = atMs + elapsedMs * speed
  if (!skipSilence) return Math.min(tape.endMs, to)
  const next = nextAfter(tape.moments, atMs)
  if (next === null) return tape.endMs
  if (next - to > SILENCE_MS) return Math.min(tape.endMs, next - LEAD_MS)
  return Math.min(tape.endMs, to)
}

export function nextAfter(moments: readonly number[], atMs: number): number | null {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? Number.POSITIVE_INFINITY) <= atMs) low = middle + 1
    else high = middle
  }
  return moments[low] ?? null
}

export function clamp(tape: Tape, atMs: number): number {
  return Math.min(tape.endMs, Math.max(tape.startMs, atMs))
}
