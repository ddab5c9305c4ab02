// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { more } from "./more.js"
import { commonFree, merge } from "./scheduling.js"

function listed(slots) {
  return slots.map(({ start, end }) => `${start}-${end}`).join(" ") || "none"
}

const calendars = new Map()

function calendar(name) {
  if (!calendars.has(name)) calendars.set(name, [])
  return calendars.get(name)
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
