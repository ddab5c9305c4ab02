import type { Api } from "./api"
import type { Clock } from "./clock"
import { Unavailable } from "./errors"
import { Deadline, OutOfTime, pages, patient } from "./patient"
import type { Order, Report, Row } from "./records"
import type { Slice } from "./slice"

type Names = Map<string, string>

/** One row for each order, with the name of its customer. Throws Unavailable. */
export function build(api: Api, clock: Clock): Report {
  const orders = allOrders(api, clock)
  const names: Names = new Map()
  const complete = managed(() => {
    for (const page of pages(clock, (cursor) => api.customersPage(cursor))) {
      for (const { id, name } of page.items) names.set(id, name)
    }
  })
  return { rows: joined(orders, names), complete }
}

/** The same, asking only for the customers that are needed. Throws Unavailable. */
export function buildSparing(api: Api, clock: Clock): Report {
  const orders = allOrders(api, clock)
  const names: Names = new Map()
  const done = batches(api, orders, names).map((batch) => managed(() => ask(api, clock, batch, names)))
  return { rows: joined(orders, names), complete: done.every(Boolean) }
}

/** As much of the report as can be had until then. */
export function buildSlice(api: Api, clock: Clock, untilMs: number, from: string): Slice {
  const timed = new Deadline(clock, untilMs)
  const names: Names = new Map()
  const rows: Row[] = []
  let resume = from
  try {
    for (;;) {
      const page = patient(timed, () => api.ordersPage(resume))
      for (const batch of batches(api, page.items, names)) ask(api, timed, batch, names)
      rows.push(...joined(page.items, names))
      if (page.next === "") return { rows, resume: "", finished: true }
      resume = page.next
    }
  } catch (error) {
    if (!(error instanceof OutOfTime || error instanceof Unavailable)) throw error
    return { rows, resume, finished: false }
  }
}

/** Whether it went through without Unavailable. */
function managed(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Unavailable) return false
    throw error
  }
}

/** Each order once, although it may come again when others were added while we read. */
function allOrders(api: Api, clock: Clock): Order[] {
  const orders = new Map<string, Order>()
  for (const page of pages(clock, (cursor) => api.ordersPage(cursor))) {
    for (const order of page.items) orders.set(order.id, order)
  }
  return [...orders.values()]
}

/** The customers to ask for, each once, in full batches. */
function batches(api: Api, orders: Order[], names: Names): string[][] {
  const needed = [...new Set(orders.map((order) => order.customer).filter((id) => !names.has(id)))]
  const cut: string[][] = []
  for (let start = 0; start < needed.length; start += api.batchMax) cut.push(needed.slice(start, start + api.batchMax))
  return cut
}

function ask(api: Api, clock: Clock, batch: string[], names: Names): void {
  const found = patient(clock, () => api.customersById(batch))
  for (const id of batch) names.set(id, "?")
  for (const { id, name } of found) names.set(id, name)
}

function joined(orders: Order[], names: Names): Row[] {
  return orders.map(({ id, customer, cents }) => ({ order: id, name: names.get(customer) ?? "?", cents }))
}
