import type { JobQueue } from "./queue"

export function more(words: string[], queue: JobQueue): void {
  const [command, job = "", atMs] = words
  if (command === "later") queue.addLater(job, Number(atMs))
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
