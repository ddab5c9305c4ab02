export function more(words: string[], services: Map<string, string[]>, answer: (call: () => string) => void): void {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
