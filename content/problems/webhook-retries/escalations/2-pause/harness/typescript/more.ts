import type { Sender } from "./sender"

export function more(command: string, words: string[], sender: Sender): void {
  if (command === "resume") {
    sender.resume(words[0])
    sender.deliver()
  } else if (command === "paused") {
    console.log(`=> paused: ${sender.paused().join(" ") || "nobody"}`)
  } else {
    throw new Error(`unknown command: ${command}`)
  }
}
