export type Busy = { page: string; requests: number }

/** What happened in each window of `windowMs` milliseconds. */
export class LogStats {
  private readonly windowMs: number

  constructor(windowMs: number) {
    this.windowMs = windowMs
  }

  /** Takes a line of the log, such as "61200 /cart 35". */
  add(line: string): void {}

  /** The `n` busiest pages of the window to which `atMs` belongs. */
  top(atMs: number, n: number): Busy[] {
    return []
  }

  /** The time within which at least `p` percent of the answers came; undefined if nothing was measured. */
  percentile(atMs: number, page: string, p: number): number | undefined {
    return undefined
  }

  /** How many lines could not be read. */
  skipped(): number {
    return 0
  }
}
