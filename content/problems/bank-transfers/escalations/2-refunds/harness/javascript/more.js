export function more(words, transfers, answer) {
  const [command, key = "", transfer = "", cents] = words
  if (command === "refund") answer(key, () => transfers.refund(key, transfer, Number(cents)))
  else throw new Error(`unknown command: ${words.join(" ")}`)
}
