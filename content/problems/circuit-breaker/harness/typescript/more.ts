import type { Clock } from "./clock"
import type { Quotes } from "./quotes"

export function more(command: string, words: string[], quotes: Quotes, clock: Clock): void {
  throw new Error(`unknown command: ${command}`)
}
