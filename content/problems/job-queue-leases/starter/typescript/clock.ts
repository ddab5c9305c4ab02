/** The time, as the rest of the program knows it. Tests set it by hand. */
export class Clock {
  ms = 0

  nowMs(): number {
    return this.ms
  }
}
