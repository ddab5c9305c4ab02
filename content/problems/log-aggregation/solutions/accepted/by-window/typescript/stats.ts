export type Busy = { page: string; requests: number }
export type Report = { start: number; pages: Busy[] }

const LINE = /^([0-9]+) (\S+) ([0-9]+|-)$/

type Entry = { atMs: number; page: string; tookMs: number | undefined }

/** Undefined for what is no line. */
function read(line: string): Entry | undefined {
  const match = LINE.exec(line)
  if (match === null) return undefined
  return { atMs: Number(match[1]), page: match[2] as string, tookMs: match[3] === "-" ? undefined : Number(match[3]) }
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

/** Reports each window when a time was seen that is `lateMs` after its end. */
export class LiveStats {
  private readonly windowMs: number
  private readonly lateMs: number
  private readonly n: number
  private readonly windows = new Map<number, Window>()
  private openFrom = 0 // the first window that is not over
  private tooLate = 0

  constructor(windowMs: number, lateMs: number, n: number) {
    this.windowMs = windowMs
    this.lateMs = lateMs
    this.n = n
  }

  add(line: string): Report[] {
    const entry = read(line)
    if (entry === undefined) return []
    const number = Math.floor(entry.atMs / this.windowMs)
    if (number < this.openFrom) {
      this.tooLate++
      return []
    }
    opened(this.windows, number).add(entry)
    this.openFrom = Math.max(this.openFrom, Math.floor((entry.atMs - this.lateMs) / this.windowMs))
    const over = [...this.windows].filter(([one]) => one < this.openFrom).sort(([one], [other]) => one - other)
    return over.map(([one, window]) => {
      this.windows.delete(one)
      return { start: one * this.windowMs, pages: window.top(this.n) }
    })
  }

  late(): number {
    return this.tooLate
  }
}

/** Many times, as one count for each power of two: from the power before up to this one. */
export class Sketch {
  private counts: number[] = new Array(21).fill(0)

  add(tookMs: number): void {
    const power = tookMs <= 1 ? 0 : 32 - Math.clz32(tookMs - 1)
    this.counts[power] = (this.counts[power] ?? 0) + 1
  }

  pack(): number[] {
    return [...this.counts]
  }

  static unpack(numbers: number[]): Sketch {
    const sketch = new Sketch()
    sketch.counts = [...numbers]
    return sketch
  }

  merge(other: Sketch): void {
    this.counts = this.counts.map((count, power) => count + (other.counts[power] ?? 0))
  }

  percentile(p: number): number | undefined {
    const all = this.counts.reduce((sum, count) => sum + count, 0)
    const rank = Math.ceil((all * p) / 100)
    let seen = 0
    for (const [power, count] of this.counts.entries()) {
      seen += count
      if (count > 0 && seen >= rank) return 2 ** power
    }
    return undefined
  }
}
