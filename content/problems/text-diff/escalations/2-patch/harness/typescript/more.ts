import { Conflict } from "./conflict"
import { diff, hunks, patch } from "./edits"
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
  } else if (command === "patch") {
    try {
      console.log(`=> ${patch(words.slice(1), found).join(" ") || "nothing"}`)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      console.log(`=> conflict in hunk ${error.hunk}`)
    }
  } else {
    throw new Error(`unknown command: ${command}`)
  }
}
