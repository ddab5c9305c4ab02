import type { Sender } from "./sender"

export function more(command: string, words: string[], sender: Sender): void {
  throw new Error(`unknown command: ${command}`)
}
