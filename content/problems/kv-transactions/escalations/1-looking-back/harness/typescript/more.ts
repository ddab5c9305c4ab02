import type { Store } from "./store"

const taken = new Map<string, number>()

export function more(words: string[], store: Store): void {
  const [command, first = "", second = ""] = words
  const snapshot = taken.get(first) ?? 0
  if (command === "snapshot") taken.set(first, store.snapshot())
  else if (command === "snapshots") {
    for (let n = 0; n < Number(first); n++) {
      store.snapshot()
      store.set("k0", String(n))
    }
  } else if (command === "then") console.log(`=> ${second} ${store.getAt(snapshot, second) ?? "none"} at ${first}`)
  else if (command === "release") store.release(snapshot)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
