import type { LogSearch } from "./logSearch"

export function more(command: string, words: string[], log: LogSearch, show: (numbers: number[]) => void): void {
  throw new Error(`unknown command: ${command}`)
}
