import { diff, hunks } from "./edits"
import type { Edit } from "./edits"

export function more(
  command: string, words: string[], before: string[], after: string[], shown: (edits: Edit[]) => string,
): void {
  const found = hunks(diff([...before], [...after]), Number(words[0]))
  if (command === "hunks") {
    for (const h of found) {
      console.log(`=> ${h.beforeStart},${h.beforeCount} ${h.afterStart},${h.afterCount}: ${shown(h.edits)}`)
    }
    if (found.length === 0) console.log("=> no hunks")
  } else {
    throw new Error(`unknown command: ${command}`)
  }
}
