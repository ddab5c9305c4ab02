import type { Api } from "./api"
import type { Clock } from "./clock"
import type { Report, Row } from "./records"
import { buildSlice, buildSparing } from "./report"

type Answer = (call: () => Report) => void

let resume = ""

export function more(words: string[], api: Api, clock: Clock, answer: Answer, show: (rows: Row[]) => void): void {
  const [command, first, customer = "", times] = words
  if (command === "batch") api.batchMax = Number(first)
  else if (command === "fail" && first === "customer") api.customerFailures.set(customer, Number(times))
  else if (command === "sparing") answer(() => buildSparing(api, clock))
  else if (command === "slice") {
    const made = buildSlice(api, clock, clock.nowMs() + Number(first), resume)
    resume = made.resume
    show(made.rows)
    console.log(made.finished ? "=> finished" : "=> more")
  } else throw new Error(`unknown command: ${words.join(" ")}`)
}
