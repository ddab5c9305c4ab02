import { RateLimiter, TokenBucket } from "./limiter.js"

export function make(words, clock, servers) {
  const [command, first, second] = words
  if (command === "limiter") return { a: new RateLimiter(Number(first), Number(second), clock) }
  if (command === "bucket") return { a: new TokenBucket(Number(first), Number(second), clock) }
  throw new Error(`unknown command: ${words.join(" ")}`)
}
