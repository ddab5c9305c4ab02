// Reads commands, one a line, calls the client, and prints each answer on a line that begins with '=> '.
import { readFileSync } from "node:fs"
import { Clock } from "./clock"
import { BadParcel, NotAsked, RemoteDown } from "./errors"
import { more } from "./more"
import { Quotes } from "./quotes"
import { Remote } from "./remote"
import { Settings } from "./settings"

const clock = new Clock()
const remote = new Remote(clock)
let quotes: Quotes

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = line.split(/\s+/).filter((word) => word !== "")
  switch (command) {
    case undefined:
      break
    case "at":
      clock.ms = Number(words[0])
      break
    case "client": // client threshold=2 open_ms=1000
      quotes = new Quotes(
        remote,
        new Settings(Object.fromEntries(words.map((w) => [camel(w.split("=")[0]), Number(w.split("=")[1])]))),
        clock,
      )
      break
    case "price":
      remote.prices.set(words[0], Number(words[1]))
      break
    case "down":
      remote.down.add(words[0])
      break
    case "up":
      remote.down.delete(words[0])
      break
    case "slow":
      remote.slowMs.set(words[0], Number(words[1]))
      break
    case "quote": {
      let answer: string
      try {
        answer = String(quotes!.quote(words[0], words[1]))
      } catch (error) {
        if (error instanceof RemoteDown) answer = "down"
        else if (error instanceof BadParcel) answer = "no such parcel"
        else if (error instanceof NotAsked) answer = "not asked"
        else throw error
      }
      console.log(`=> ${clock.ms} ${words[0]} ${words[1]} ${answer}`)
      break
    }
    case "stats": {
      const counters = Object.entries(quotes!.stats).filter(([, count]) => count !== 0)
      console.log(`=> ${counters.map(([name, count]) => `${name} ${count}`).join(" ") || "nothing"}`)
      break
    }
    default:
      more(command, words, quotes!, clock)
  }
}
