import type { Store } from "./store"

export function more(words: string[], store: Store): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
