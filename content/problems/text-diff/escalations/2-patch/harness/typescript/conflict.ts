/** A hunk fits nowhere. `hunk` counts from 1. */
export class Conflict extends Error {
  constructor(readonly hunk: number) {
    super(`hunk ${hunk}`)
  }
}
