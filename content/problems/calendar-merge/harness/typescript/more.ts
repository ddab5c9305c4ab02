import type { Interval } from "./scheduling"

export function more(words: string[], calendars: Map<string, Interval[]>, listed: (slots: Interval[]) => string) {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
