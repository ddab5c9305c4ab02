import type { Ring } from "./ring"

export function more(words: string[], ring: Ring): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
