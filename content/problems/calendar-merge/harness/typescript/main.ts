// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { more } from "./more"
import { commonFree, type Interval, merge } from "./scheduling"

function listed(slots: Interval[]): string {
  return slots.map(({ start, end }) => `${start}-${end}`).join(" ") || "none"
}

const calendars = new Map<string, Interval[]>()

function calendar(name: string): Interval[] {
  if (!calendars.has(name)) calendars.set(name, [])
  return calendars.get(name) as Interval[]
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second, third] = words
  const [a, b, c] = [Number(first), Number(second), Number(third)]
  if (command === undefined) continue
  if (command === "person") calendar(first)
  else if (command === "busy") calendar(first).push({ start: b, end: c })
  else if (command === "merged") console.log(`=> ${first} busy ${listed(merge([...calendar(first)]))}`)
  else if (command === "free" && words.length === 4)
    console.log(`=> free ${listed(commonFree(calendars, { start: a, end: b }, c))}`)
  else more(words, calendars, listed)
}
