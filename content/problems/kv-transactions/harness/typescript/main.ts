// Reads commands, one a line, calls your store, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { more } from "./more"
import { Store } from "./store"

const store = new Store()

function counts(times: number, value: string): number {
  let sum = 0
  for (let n = 0; n < times; n++) sum += store.count(value)
  return sum
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = ""] = words
  if (command === undefined) continue
  if (command === "set") store.set(first, second)
  else if (command === "get") console.log(`=> ${first} ${store.get(first) ?? "none"}`)
  else if (command === "remove") store.remove(first)
  else if (command === "count") console.log(`=> ${store.count(first)} keys have ${first}`)
  else if (command === "counts") console.log(`=> ${counts(Number(first), second)} in all`)
  else if (command === "fill") for (let n = 0; n < Number(first); n++) store.set(`k${n}`, second)
  else if (command === "begin") store.begin()
  else if (command === "nest") {
    for (let n = 0; n < Number(first); n++) {
      store.begin()
      store.set(`n${n}`, "deep")
    }
  } else if (command === "commit") {
    if (!store.commit()) console.log("=> no transaction to commit")
  } else if (command === "rollback") {
    if (!store.rollback()) console.log("=> no transaction to roll back")
  } else more(words, store)
}
