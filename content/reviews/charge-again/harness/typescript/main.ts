// Reads commands, one a line, calls the client, and prints each answer on a line that begins with '=> '.
import { readFileSync } from "node:fs"
import { Bank } from "./bank"
import { PaymentClient } from "./client"
import { Clock } from "./clock"

const bank = new Bank()
const clock = new Clock()
const client = new PaymentClient(bank, clock)

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = line.split(/\s+/).filter((word) => word !== "")
  if (command === undefined) continue
  if (command === "bank") {
    bank.next = words
  } else if (command === "charge") {
    const [asked, began] = [bank.asked, clock.ms]
    let said: string
    try {
      said = client.charge(words[0], Number(words[1]))
    } catch (error) {
      said = error instanceof Error ? error.constructor.name : String(error)
    }
    console.log(`=> ${said}, asked ${bank.asked - asked}, waited ${clock.ms - began}`)
  } else if (command === "charged") {
    console.log(`=> charged: ${bank.charges.join(", ") || "nothing"}`)
  } else {
    throw new Error(`unknown command: ${line}`)
  }
}
