export function more(words, transfers, answer) {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
