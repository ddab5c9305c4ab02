// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { ofCycle, ofOrder, shown } from "./check"
import { Cycle } from "./cycle"
import { deployOrder } from "./deploy"
import { more } from "./more"

const services = new Map<string, string[]>()

function answer(call: () => string): void {
  try {
    console.log(`=> ${call()}`)
  } catch (error) {
    if (!(error instanceof Cycle)) throw error
    shown("cycle", error.services)
    console.log(`=> ${ofCycle(error.services, services)}`)
  }
}

function order(): string {
  const names = deployOrder(services)
  shown("order", names)
  return ofOrder(names, services, services.keys())
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, name = "", ...needs] = words
  if (command === undefined) continue
  if (command === "service") services.set(name, [...(services.get(name) ?? []), ...needs])
  else if (command === "chain") {
    for (let n = 1; n <= Number(needs[0]); n++) services.set(`${name}${n}`, n > 1 ? [`${name}${n - 1}`] : [])
  } else if (command === "order") answer(order)
  else more(words, services, answer)
}
