// Reads commands, one a line, calls LogSearch, and prints each answer on a line that begins with '=> '.
import { readFileSync } from "node:fs"
import { LogSearch } from "./logSearch"
import { more } from "./more"

function show(numbers: number[]): void {
  console.log(`=> ${numbers.join(" ") || "nothing"}`)
}

/** The first word, and the rest behind the blank. */
function split(text: string): [string, string] {
  const at = text.indexOf(" ")
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)]
}

const log = new LogSearch()

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, rest] = split(line.trim())
  const [first, text] = split(rest)
  if (command === "") continue
  if (command === "log") {
    log.append(Number(first), text)
  } else if (command === "number") {
    show([log.append(Number(first), text)])
  } else if (command === "many") {
    for (let n = 1; n <= Number(first); n++) {
      log.append(n, `GET /p${n % 100}/item${n} status=${n % 1000 === 0 ? 500 : 200} worker-${n % 7}`)
    }
  } else if (command === "find") {
    show(log.find(text, Number(first)))
  } else if (command === "often") {
    const [limit, query] = split(text)
    let numbers: number[] = []
    for (let n = 0; n < Number(first); n++) numbers = log.find(query, Number(limit))
    show(numbers)
  } else {
    more(command, rest.split(" "), log, show)
  }
}
