// Reads commands, one a line, calls the queue, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { Clock } from "./clock"
import { more } from "./more"
import { JobQueue } from "./queue"

const STATES = ["waiting", "delayed", "running", "done", "dead"]

const clock = new Clock()
let queue = new JobQueue({}, clock)

/** queue lease_ms=1000 max_tries=2 becomes { leaseMs: 1000, maxTries: 2 }. */
function settings(pairs: string[]): Record<string, number> {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())
  const values = pairs.map((pair) => pair.split("=")).map(([name = "", value]) => [camel(name), Number(value)])
  return Object.fromEntries(values)
}

function listed(counts: Record<string, number>): string {
  const shown = STATES.filter((state) => counts[state]).map((state) => `${state} ${counts[state]}`)
  return shown.join(" ") || "no jobs"
}

const said = (yes: boolean) => (yes ? "yes" : "no")
const print = (text: string) => console.log(`=> ${clock.ms} ${text}`)

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = ""] = words
  if (command === undefined) continue
  if (command === "at") clock.ms = Number(first)
  else if (command === "queue") queue = new JobQueue(settings(words.slice(1)), clock)
  else if (command === "add") queue.add(first)
  else if (command === "take") print(`${first} takes ${queue.take(first) ?? "nothing"}`)
  else if (command === "heartbeat") print(`${second} has ${first}: ${said(queue.heartbeat(first, second))}`)
  else if (command === "done") print(`${second} done ${first}: ${said(queue.done(first, second))}`)
  else if (command === "fail") print(`${second} failed ${first}: ${said(queue.fail(first, second))}`)
  else if (command === "counts") print(listed(queue.counts()))
  else more(words, queue)
}
