import type { Api } from "./api"
import type { Clock } from "./clock"
import type { Report, Row } from "./records"

type Answer = (call: () => Report) => void

export function more(words: string[], api: Api, clock: Clock, answer: Answer, show: (rows: Row[]) => void): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
