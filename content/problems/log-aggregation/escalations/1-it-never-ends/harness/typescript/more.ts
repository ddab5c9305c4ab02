import { type Busy, LiveStats, type LogStats } from "./stats"

let live: LiveStats | undefined

export function addLine(line: string, stats: LogStats, listed: (pages: Busy[]) => string): void {
  if (live === undefined) stats.add(line)
  else for (const { start, pages } of live.add(line)) console.log(`=> ${start}: ${listed(pages)}`)
}

export function more(words: string[], listed: (pages: Busy[]) => string): void {
  const [command, windowMs, lateMs, n] = words
  if (command === "live") live = new LiveStats(Number(windowMs), Number(lateMs), Number(n))
  else if (command === "late") console.log(`=> late ${live?.late()}`)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
