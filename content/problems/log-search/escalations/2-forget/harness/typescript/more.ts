import type { LogSearch } from "./logSearch"

export function more(command: string, words: string[], log: LogSearch, show: (numbers: number[]) => void): void {
  if (command === "between") {
    const [fromMs, toMs, limit, ...query] = words
    show(log.findBetween(Number(fromMs), Number(toMs), query.join(" "), Number(limit)))
  } else if (command === "forget") {
    log.forget(Number(words[0]))
  } else if (command === "words") {
    show([log.words()])
  } else {
    throw new Error(`unknown command: ${command}`)
  }
}
