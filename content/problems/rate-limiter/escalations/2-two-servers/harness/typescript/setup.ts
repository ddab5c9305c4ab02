// What is under test, by the words of a command.
import type { Clock } from "./clock"
import { RateLimiter, SharedLimiter, TokenBucket } from "./limiter"
import { Store } from "./store"

export type Servers = Record<string, { allow(key: string): boolean; retryAfterMs(key: string): number }>

const store = new Store()

export function make(words: string[], clock: Clock, servers: Servers): Servers {
  const [command, first = "", second = ""] = words
  if (command === "limiter") return { a: new RateLimiter(Number(first), Number(second), clock) }
  if (command === "bucket") return { a: new TokenBucket(Number(first), Number(second), clock) }
  if (command === "shared") {
    const server = () => new SharedLimiter(Number(first), Number(second), clock, store)
    return { a: server(), b: server() }
  }
  if (command === "meanwhile") {
    store.meanwhile = () =>
      console.log(`=> ${clock.ms} ${second} ${servers[first].allow(second) ? "yes" : "no"} meanwhile`)
    return servers
  }
  throw new Error(`unknown command: ${words.join(" ")}`)
}
