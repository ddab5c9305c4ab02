// Reads commands, one a line, and calls the sender. Answers stand on lines that begin with '=> '; the network prints
// each post.
import { readFileSync } from "node:fs"
import { Clock } from "./clock"
import { more } from "./more"
import { Network } from "./network"
import { Outbox } from "./outbox"
import { Sender } from "./sender"
import { Settings } from "./settings"

const clock = new Clock()
const network = new Network(clock)
const outbox = new Outbox()
let settings = new Settings()
let sender = new Sender(outbox, network, settings, clock)

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

function run(untilMs: number): void {
  for (;;) {
    const dueMs = sender.nextDueMs()
    if (dueMs === undefined || dueMs > untilMs) break
    clock.ms = Math.max(clock.ms, dueMs)
    sender.deliver()
  }
  clock.ms = untilMs
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = line.split(/\s+/).filter((word) => word !== "")
  switch (command) {
    case undefined:
      break
    case "sender": {
      const pairs = words.map((word) => word.split("="))
      settings = new Settings(Object.fromEntries(pairs.map(([key, value]) => [camel(key), Number(value)])))
      sender = new Sender(outbox, network, settings, clock)
      break
    }
    case "restart":
      sender = new Sender(outbox, network, settings, clock)
      break
    case "status":
      network.statuses.set(words[0], Number(words[1]))
      break
    case "publish":
      for (const name of words.slice(1)) sender.publish({ subscriber: words[0], name })
      sender.deliver()
      break
    case "queue": // published, but not delivered yet
      sender.publish({ subscriber: words[0], name: words[1] })
      break
    case "run":
      run(Number(words[0]))
      break
    case "stats": {
      const counters = Object.entries(sender.stats).filter(([, count]) => count !== 0)
      const text = counters.map(([name, count]) => `${name} ${count}`).join(" ") || "nothing"
      console.log(`=> ${text}, waiting ${outbox.rows.length}`)
      break
    }
    default:
      more(command, words, sender)
  }
}
