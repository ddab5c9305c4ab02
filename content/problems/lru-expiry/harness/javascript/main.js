// Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { Clock } from "./clock.js"
import { Profiles } from "./profiles.js"
import { Source, SourceDown } from "./source.js"

const clock = new Clock()

const source = new Source()
let profiles = new Profiles(source, { capacity: 1 }, clock)

/** cache capacity=2 ttl_ms=1000 becomes { capacity: 2, ttlMs: 1000 }. */
function settings(pairs) {
  const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())
  const values = pairs
    .map((pair) => pair.split("="))
    .map(([name = "", value]) => [camel(name), Number(value)])
  return { capacity: 1, ...Object.fromEntries(values) }
}

function get(user) {
  const before = source.loads
  try {
    const name = profiles.name(user)
    return `${name ?? "unknown"} ${source.loads > before ? "loaded" : "cached"}`
  } catch (error) {
    if (error instanceof SourceDown) return "down"
    throw error
  }
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = line.split(" ").filter((word) => word !== "")
  const [first = "", second = ""] = words
  if (command === undefined) continue
  if (command === "at") clock.ms = Number(first)
  else if (command === "cache") profiles = new Profiles(source, settings(words), clock)
  else if (command === "user")
    source.names.set(first, second) // somebody else writes to the database
  else if (command === "source") source.down = first === "down"
  else if (command === "get") console.log(`=> ${clock.ms} ${first} ${get(first)}`)
  else if (command === "rename") profiles.rename(first, second)
  else if (command === "stats") {
    const counted = Object.entries(profiles.stats).filter(([, count]) => count !== 0)
    const counters = counted.map(([name, count]) => `${name} ${count}`).join(" ") || "none"
    console.log(`=> stats ${counters}, size ${profiles.cache.size()}`)
  } else throw new Error(`unknown command: ${line}`)
}
