import { RateLimiter, SharedLimiter, TokenBucket } from "./limiter.js"
import { Store } from "./store.js"

const store = new Store()

export function make(words, clock, servers) {
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
