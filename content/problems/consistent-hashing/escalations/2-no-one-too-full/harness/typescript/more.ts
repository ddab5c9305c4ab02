import { Placement, Ring } from "./ring"

let placement = new Placement(new Ring(1, () => 0), 100)

function fill(count: number): string {
  const counts = new Map<string, number>()
  for (let n = 0; n < count; n++) {
    const node = placement.place(`k${n}`) ?? "none"
    counts.set(node, (counts.get(node) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => `${name} ${count}`)
    .sort()
    .join(" ")
}

export function more(words: string[], ring: Ring): void {
  const [command, first = "", second = ""] = words
  if (command === "zone") ring.setZone(first, second)
  else if (command === "copies") console.log(`=> ${first} ${ring.owners(first, Number(second)).join(" ") || "none"}`)
  else if (command === "bounded") placement = new Placement(ring, Number(first))
  else if (command === "place") console.log(`=> ${first} ${placement.place(first) ?? "none"}`)
  else if (command === "drop") placement.drop(first)
  else if (command === "fill") console.log(`=> ${fill(Number(first))}`)
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
