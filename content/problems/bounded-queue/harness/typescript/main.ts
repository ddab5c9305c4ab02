// Reads commands, one a line, calls the dispatcher, and prints each answer on a line that begins with '=> '.
import { readFileSync } from "node:fs"
import { Busy } from "./busy"
import { Clock } from "./clock"
import { Dispatcher } from "./dispatcher"
import { Settings } from "./settings"

const clock = new Clock()
let dispatcher: Dispatcher

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

function run(untilMs: number): void {
  for (;;) {
    const nextMs = dispatcher.nextDoneMs()
    if (nextMs === undefined || nextMs > untilMs) break
    clock.ms = nextMs
    for (const job of dispatcher.finish()) console.log(`=> ${clock.ms} ${job.name} done`)
  }
  clock.ms = untilMs
}

function submit([customer, name, workMs]: string[]): void {
  try {
    dispatcher.submit({ customer, name, workMs: Number(workMs) })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    console.log(`=> ${clock.ms} ${name} busy, try again in ${error.retryMs}`)
  }
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = line.split(/\s+/).filter((word) => word !== "")
  if (command === undefined) continue
  if (command === "dispatcher") {
    const pairs = words.map((word) => word.split("="))
    dispatcher = new Dispatcher(new Settings(Object.fromEntries(pairs.map(([k, v]) => [camel(k), Number(v)]))), clock)
  } else if (command === "submit") {
    submit(words)
  } else if (command === "run") {
    run(Number(words[0]))
  } else if (command === "stats") {
    const waiting = dispatcher!.waiting()
    const counters = Object.entries(dispatcher!.stats).filter(([, count]) => count !== 0)
    console.log(`=> ${counters.map(([name, count]) => `${name} ${count}`).join(" ") || "nothing"}, waiting ${waiting}`)
  } else {
    throw new Error(`unknown command: ${line}`)
  }
}
