import type { JobQueue } from "./queue"

export function more(words: string[], queue: JobQueue): void {
  const [command, first = "", second = ""] = words
  if (command === "later") queue.addLater(first, Number(second))
  else if (command === "for") queue.addFor(second, first)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
