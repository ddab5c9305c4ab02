import { freeFor, type Interval } from "./scheduling"

export function more(words: string[], calendars: Map<string, Interval[]>, listed: (slots: Interval[]) => string) {
  const [command, start, end, minutes, people] = words
  if (command === "free") {
    const slots = freeFor(calendars, { start: Number(start), end: Number(end) }, Number(minutes), Number(people))
    console.log(`=> free for ${people} ${listed(slots)}`)
  } else throw new Error(`unknown command: ${words.join(" ")}`)
}
