import type { Receipt, Transfers } from "./transfers"

export function more(words: string[], transfers: Transfers, answer: (key: string, call: () => Receipt) => void) {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
