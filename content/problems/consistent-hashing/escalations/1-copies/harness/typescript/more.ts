import type { Ring } from "./ring"

export function more(words: string[], ring: Ring): void {
  const [command, first = "", second = ""] = words
  if (command === "zone") ring.setZone(first, second)
  else if (command === "copies") console.log(`=> ${first} ${ring.owners(first, Number(second)).join(" ") || "none"}`)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
