import type { JobQueue } from "./queue"

export function more(words: string[], queue: JobQueue): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
