import type { Edit } from "./edits"

export function more(
  command: string, words: string[], before: string[], after: string[], shown: (edits: Edit[]) => string,
): void {
  throw new Error(`unknown command: ${command}`)
}
