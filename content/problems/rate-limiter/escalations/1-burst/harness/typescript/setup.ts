// What is under test, by the words of a command.
import type { Clock } from "./clock"
import { RateLimiter, TokenBucket } from "./limiter"

export type Servers = Record<string, { allow(key: string): boolean; retryAfterMs(key: string): number }>

export function make(words: string[], clock: Clock, servers: Servers): Servers {
  const [command, first, second] = words
  if (command === "limiter") return { a: new RateLimiter(Number(first), Number(second), clock) }
  if (command === "bucket") return { a: new TokenBucket(Number(first), Number(second), clock) }
  throw new Error(`unknown command: ${words.join(" ")}`)
}
