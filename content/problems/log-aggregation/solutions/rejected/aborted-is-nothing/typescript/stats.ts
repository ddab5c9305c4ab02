export type Busy = { page: string; requests: number }

const LINE = /^([0-9]+) (\S+) ([0-9]+)$/

type Entry = { atMs: number; page: string; tookMs: number | undefined }

/** Undefined for what is no line. */
function read(line: string): Entry | undefined {
  const match = LINE.exec(line)
  if (match === null) return undefined
  return { atMs: Number(match[1]), page: match[2] as string, tookMs: Number(match[3]) }
}

class Window {
  private readonly requests = new Map<string, number>()
  readonly tookMs = new Map<string, number[]>()

  add({ page, tookMs }: Entry): void {
    this.requests.set(page, (this.requests.get(page) ?? 0) + 1)
    if (tookMs === undefined) return
    const times = this.tookMs.get(page)
    if (times === undefined) this.tookMs.set(page, [tookMs])
    else times.push(tookMs)
  }

  top(n: number): Busy[] {
    return [...this.requests]
      .map(([page, requests]) => ({ page, requests }))
      .sort((one, other) => other.requests - one.requests || (one.page < other.page ? -1 : 1))
      .slice(0, n)
  }
}

function opened(windows: Map<number, Window>, number: number): Window {
  const window = windows.get(number) ?? new Window()
  windows.set(number, window)
  return window
}

/** What happened in each window of `windowMs` milliseconds. */
export class LogStats {
  private readonly windowMs: number
  private readonly windows = new Map<number, Window>()
  private unread = 0

  constructor(windowMs: number) {
    this.windowMs = windowMs
  }

  /** Takes a line of the log, such as "61200 /cart 35". */
  add(line: string): void {
    const entry = read(line)
    if (entry === undefined) this.unread++
    else opened(this.windows, this.number(entry.atMs)).add(entry)
  }

  /** The `n` busiest pages of the window to which `atMs` belongs. */
  top(atMs: number, n: number): Busy[] {
    return this.windows.get(this.number(atMs))?.top(n) ?? []
  }

  /** The time within which at least `p` percent of the answers came; undefined if nothing was measured. */
  percentile(atMs: number, page: string, p: number): number | undefined {
    const times = [...(this.windows.get(this.number(atMs))?.tookMs.get(page) ?? [])].sort((one, other) => one - other)
    return times[Math.ceil((times.length * p) / 100) - 1]
  }

  /** How many lines could not be read. */
  skipped(): number {
    return this.unread
  }

  private number(atMs: number): number {
    return Math.floor(atMs / this.windowMs)
  }
}
