// Reads commands, one a line, calls your ring, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { more } from "./more"
import { hashOf, places } from "./places"
import { Ring } from "./ring"

let ring = new Ring(1, hashOf)
let before: string[] = []

function owners(count: number): string[] {
  return Array.from({ length: count }, (_, n) => ring.owner(`k${n}`) ?? "none")
}

function counted(names: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const listed = (counts: Map<string, number>) => [...counts].map(([name, count]) => `${name} ${count}`).join(" ")

function spread(): string {
  const counts = counted(before)
  if (counts.size <= 10) return listed(counts)
  return `between ${Math.min(...counts.values())} and ${Math.max(...counts.values())} on ${counts.size} nodes`
}

function moved(): string {
  const after = owners(before.length)
  const moves = after.map((name, n) => `${before[n]}>${name}`).filter((_, n) => after[n] !== before[n])
  const counts = counted(moves)
  return `moved ${moves.length}${counts.size > 0 && counts.size <= 10 ? `: ${listed(counts)}` : ""}`
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = ""] = words
  if (command === undefined) continue
  if (command === "ring") ring = new Ring(Number(first), hashOf)
  else if (command === "at") places.set(first, Number(second))
  else if (command === "add") ring.add(first, Number(second))
  else if (command === "nodes") for (let n = 0; n < Number(second); n++) ring.add(`${first}${n}`, 1)
  else if (command === "remove") ring.remove(first)
  else if (command === "owner") console.log(`=> ${first} ${ring.owner(first) ?? "none"}`)
  else if (command === "spread") {
    before = owners(Number(first))
    console.log(`=> ${spread()}`)
  } else if (command === "moved") console.log(`=> ${moved()}`)
  else more(words, ring)
}
