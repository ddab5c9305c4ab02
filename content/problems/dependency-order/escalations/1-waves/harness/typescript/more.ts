import { waves } from "./deploy"

export function more(words: string[], services: Map<string, string[]>, answer: (call: () => string) => void): void {
  const [command, width] = words
  if (command !== "waves") throw new Error(`unknown command: ${words.join(" ")}`)
  const listed = () => waves(services, Number(width)).map((wave) => wave.join(" "))
  answer(() => `waves ${listed().join(" | ") || "none"}`)
}
