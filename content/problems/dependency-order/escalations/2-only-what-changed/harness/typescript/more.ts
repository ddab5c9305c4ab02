import { ofOrder, shown } from "./check"
import { affected, waves } from "./deploy"

function deployed(services: Map<string, string[]>, changed: string[]): string {
  const names = affected(services, changed)
  shown("order", names)
  const listed = [...names].sort().join(" ") || "none"
  const what = names.length <= 50 ? `deploy ${listed}` : `${names.length} to deploy`
  return `${what}: ${ofOrder(names, services, names.filter((name) => services.has(name)))}`
}

export function more(words: string[], services: Map<string, string[]>, answer: (call: () => string) => void): void {
  const [command, ...rest] = words
  const listed = () => waves(services, Number(rest[0])).map((wave) => wave.join(" "))
  if (command === "waves") answer(() => `waves ${listed().join(" | ") || "none"}`)
  else if (command === "changed") answer(() => deployed(services, rest))
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
