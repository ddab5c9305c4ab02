import type { Busy, LogStats } from "./stats"

export function addLine(line: string, stats: LogStats, listed: (pages: Busy[]) => string): void {
  stats.add(line)
}

export function more(words: string[], listed: (pages: Busy[]) => string): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
