// Reads commands, one a line, calls the limiter, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { Clock } from "./clock"
import { make, type Servers } from "./setup"

const clock = new Clock()
let servers: Servers = {}
let on = "a"

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = ""] = words
  if (command === undefined) continue
  if (command === "at") clock.ms = Number(first)
  else if (command === "on") on = first
  else if (command === "allow") console.log(`=> ${clock.ms} ${first} ${servers[on].allow(first) ? "yes" : "no"}`)
  else if (command === "calls") {
    let passed = 0
    for (let n = 0; n < Number(first); n++) if (servers[on].allow(second)) passed++
    console.log(`=> ${clock.ms} ${second} ${passed} of ${first}`)
  } else if (command === "retry") console.log(`=> ${clock.ms} ${first} wait ${servers[on].retryAfterMs(first)}`)
  else servers = make(words, clock, servers)
}
