export function more(words, calendars, listed) {
  throw new Error(`unknown command: ${words.join(" ")}`)
}
