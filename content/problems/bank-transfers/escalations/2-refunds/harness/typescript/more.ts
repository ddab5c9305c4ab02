import type { Receipt, Transfers } from "./transfers"

export function more(words: string[], transfers: Transfers, answer: (key: string, call: () => Receipt) => void) {
  const [command, key = "", transfer = "", cents] = words
  if (command === "refund") answer(key, () => transfers.refund(key, transfer, Number(cents)))
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
