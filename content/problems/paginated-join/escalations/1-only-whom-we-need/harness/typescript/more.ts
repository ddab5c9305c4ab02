import type { Api } from "./api"
import type { Clock } from "./clock"
import type { Report, Row } from "./records"
import { buildSparing } from "./report"

type Answer = (call: () => Report) => void

export function more(words: string[], api: Api, clock: Clock, answer: Answer, show: (rows: Row[]) => void): void {
  const [command, first, customer = "", times] = words
  if (command === "batch") api.batchMax = Number(first)
  else if (command === "fail" && first === "customer") api.customerFailures.set(customer, Number(times))
  else if (command === "sparing") answer(() => buildSparing(api, clock))
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
