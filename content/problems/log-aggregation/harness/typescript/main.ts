// Reads commands, one a line, calls your class, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { addLine, more } from "./more"
import { type Busy, LogStats } from "./stats"

let stats = new LogStats(1)

function listed(pages: Busy[]): string {
  return pages.map(({ page, requests }) => `${page} ${requests}`).join(", ") || "nothing"
}

/** So many requests at 0 that took 1, 2, 3… ms, the last one first. */
function many(count: number, page: string): void {
  for (let n = count; n > 0; n--) stats.add(`0 ${page} ${n}`)
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line.startsWith("| ")) {
    addLine(line.slice(2), stats, listed)
    continue
  }
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = "", third = ""] = words
  if (command === undefined) continue
  if (command === "stats") stats = new LogStats(Number(first))
  else if (command === "top") console.log(`=> ${listed(stats.top(Number(first), Number(second)))}`)
  else if (command === "percentile")
    console.log(`=> ${second} p${third} ${stats.percentile(Number(first), second, Number(third)) ?? "none"}`)
  else if (command === "skipped") console.log(`=> skipped ${stats.skipped()}`)
  else if (command === "many") many(Number(first), second)
  else more(words, listed)
}
