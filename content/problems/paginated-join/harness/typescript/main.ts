// Reads commands, one a line, asks for the report, and prints each answer on a line that begins with "=> ".
import { readFileSync } from "node:fs"
import { Api } from "./api"
import { Clock } from "./clock"
import { TooManyCalls, Unavailable } from "./errors"
import { more } from "./more"
import type { Report, Row } from "./records"
import { build } from "./report"

const clock = new Clock()
const api = new Api(clock)

function show(rows: Row[]): void {
  for (const { order, name, cents } of rows) console.log(`=> ${order} ${name} ${cents}`)
}

function answer(call: () => Report, rowsToo = true): void {
  try {
    const { rows, complete } = call()
    if (rowsToo) show(rows)
    else console.log(`=> ${rows.length} rows`)
    console.log(complete ? "=> complete" : "=> incomplete")
  } catch (error) {
    if (error instanceof Unavailable) console.log("=> unavailable")
    else if (error instanceof TooManyCalls) console.log("=> too many calls")
    else throw error
  }
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  const words = line.split(" ").filter((word) => word !== "")
  const [command, ...rest] = words
  const [first = "", second, third] = rest
  const split = rest.map((item) => item.split(":")).map(([a = "", b = "", c]) => ({ a, b, c: Number(c) }))
  if (command === undefined) continue
  if (command === "orders") api.orders.push(split.map(({ a, b, c }) => ({ id: a, customer: b, cents: c })))
  else if (command === "customers") api.customers.push(split.map(({ a, b }) => ({ id: a, name: b })))
  else if (command === "many") {
    for (let n = 0; n < Number(first); n++) api.orders.push([{ id: `m${n}`, customer: "c1", cents: n }])
  } else if (command === "fail" && (first === "orders" || first === "customers"))
    api.failures.set(`${first}-${Number(second) - 1}`, Number(third))
  else if (command === "limit") [api.limit, api.windowMs] = [Number(first), Number(second)]
  else if (command === "at") clock.ms = Number(first)
  else if (command === "report") answer(() => build(api, clock))
  else if (command === "count") answer(() => build(api, clock), false)
  else if (command === "cost") console.log(`=> ${api.calls} calls, ${api.refused} refused, ${clock.ms} ms`)
  else more(words, api, clock, answer, show)
}
