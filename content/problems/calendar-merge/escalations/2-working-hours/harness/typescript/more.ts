import { commonFree, freeFor, type Interval, offHours } from "./scheduling"

const hours = new Map<string, Interval>()
const zones = new Map<string, { since: number; offset: number }[]>()

function off(name: string, window: Interval): Interval[] {
  const between = hours.get(name)
  return between === undefined ? [] : offHours(between, zones.get(name) ?? [], window)
}

export function more(words: string[], calendars: Map<string, Interval[]>, listed: (slots: Interval[]) => string) {
  const [command, first = "", second, third, fourth] = words
  const [a, b, c, d] = [Number(first), Number(second), Number(third), Number(fourth)]
  if (command === "free") console.log(`=> free for ${d} ${listed(freeFor(calendars, { start: a, end: b }, c, d))}`)
  else if (command === "hours") hours.set(first, { start: b, end: c })
  else if (command === "zone") zones.set(first, [...(zones.get(first) ?? []), { since: b, offset: c }])
  else if (command === "off") console.log(`=> ${first} off ${listed(off(first, { start: b, end: c }))}`)
  else if (command === "meet") {
    const window = { start: a, end: b }
    const everyone = new Map([...calendars].map(([name, meetings]) => [name, [...meetings, ...off(name, window)]]))
    console.log(`=> meet ${listed(commonFree(everyone, window, c))}`)
  } else throw new Error(`unknown command: ${words.join(" ")}`)
}
