import { type Busy, LiveStats, type LogStats, Sketch } from "./stats"

let live: LiveStats | undefined
const sketches = new Map<string, Sketch>()

function sketch(server: string): Sketch {
  const known = sketches.get(server) ?? new Sketch()
  sketches.set(server, known)
  return known
}

function gathered(): Sketch {
  const everything = new Sketch()
  for (const one of sketches.values()) {
    const numbers = one.pack()
    if (numbers.length > 24) throw new Error(`${numbers.length} numbers are too many to send`)
    everything.merge(Sketch.unpack(numbers.map(Math.trunc)))
  }
  return everything
}

export function addLine(line: string, stats: LogStats, listed: (pages: Busy[]) => string): void {
  if (live === undefined) stats.add(line)
  else for (const { start, pages } of live.add(line)) console.log(`=> ${start}: ${listed(pages)}`)
}

export function more(words: string[], listed: (pages: Busy[]) => string): void {
  const [command, first = "", second, third] = words
  if (command === "live") live = new LiveStats(Number(first), Number(second), Number(third))
  else if (command === "late") console.log(`=> late ${live?.late()}`)
  else if (command === "took") sketch(first).add(Number(second))
  else if (command === "range") for (let n = Number(second); n <= Number(third); n++) sketch(first).add(n)
  else if (command === "all") console.log(`=> p${first} ${gathered().percentile(Number(first)) ?? "none"}`)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
