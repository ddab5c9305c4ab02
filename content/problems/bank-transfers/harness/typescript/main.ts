// Reads commands, one a line, calls the service, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { Refused, StoreDown } from "./errors"
import { Ledger } from "./ledger"
import { more } from "./more"
import { type Receipt, Transfers } from "./transfers"

function answer(key: string, call: () => Receipt): void {
  try {
    console.log(`=> ${key} done, left ${call().balance}`)
  } catch (error) {
    if (error instanceof Refused) console.log(`=> ${key} refused: ${error.reason}`)
    else if (error instanceof StoreDown) console.log(`=> ${key} down`)
    else throw error
  }
}

/** The same, but the answer never arrives. */
function lost(call: () => Receipt): void {
  try {
    call()
  } catch (error) {
    if (!(error instanceof Refused || error instanceof StoreDown)) throw error
  }
}

const ledger = new Ledger()
let transfers = new Transfers(ledger)

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, first = "", second = "", third = "", fourth = ""] = words
  if (command === undefined) continue
  if (command === "open") transfers.accounts.open(first, Number(second))
  else if (command === "transfer") answer(first, () => transfers.transfer(first, second, third, Number(fourth)))
  else if (command === "lost") lost(() => transfers.transfer(first, second, third, Number(fourth)))
  else if (command === "balance") console.log(`=> ${first} holds ${transfers.accounts.balance(first)}`)
  else if (command === "total") console.log(`=> all hold ${transfers.accounts.total()}`)
  else if (command === "fail") ledger.failIn = Number(first) // the n-th write from now on fails
  else if (command === "restart") transfers = new Transfers(ledger) // only the ledger stays
  else more(words, transfers, answer)
}
