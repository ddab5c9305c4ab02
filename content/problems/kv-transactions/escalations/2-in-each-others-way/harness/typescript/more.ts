import type { Store, Transaction } from "./store"

const taken = new Map<string, number>()
const opened = new Map<string, Transaction>()

function inTransaction(name: string, transaction: Transaction, command: string, key: string, value: string): void {
  if (command === "get") console.log(`=> ${name} ${key} ${transaction.get(key) ?? "none"}`)
  else if (command === "set") transaction.set(key, value)
  else if (command === "remove") transaction.remove(key)
  else if (command === "commit") console.log(`=> ${name} ${transaction.commit() ? "committed" : "refused"}`)
  else if (command === "rollback") transaction.rollback()
  else throw new Error(`unknown command: ${name} ${command}`)
}

export function more(words: string[], store: Store): void {
  const [command = "", first = "", second = "", third = ""] = words
  const snapshot = taken.get(first) ?? 0
  const transaction = opened.get(command)
  if (command === "snapshot") taken.set(first, store.snapshot())
  else if (command === "snapshots") {
    for (let n = 0; n < Number(first); n++) {
      store.snapshot()
      store.set("k0", String(n))
    }
  } else if (command === "then") console.log(`=> ${second} ${store.getAt(snapshot, second) ?? "none"} at ${first}`)
  else if (command === "release") store.release(snapshot)
  else if (command === "open") opened.set(first, store.transaction())
  else if (transaction !== undefined) inTransaction(command, transaction, first, second, third)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
