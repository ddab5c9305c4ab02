import type { LogSearch } from "./logSearch"

export function more(command: string, words: string[], log: LogSearch, show: (numbers: number[]) => void): void {
  if (command === "between") {
    const [fromMs, toMs, limit, ...query] = words
    show(log.findBetween(Number(fromMs), Number(toMs), query.join(" "), Number(limit)))
  } else {
    throw new Error(`unknown command: ${command}`)
  }
}
