// Reads commands, one a line, calls your function, and prints each answer on a line that begins with '=> '.
import { readFileSync } from "node:fs"
import { type Edit, diff } from "./edits"
import { more } from "./more"

function shown(edits: Edit[]): string {
  return edits.map(({ sign, line }) => (sign + line).trim()).join(" ") || "nothing"
}

function checked(edits: Edit[], before: string[], after: string[]): string {
  const lines = (without: string): string => edits.filter((e) => e.sign !== without).map((e) => e.line).join("\n")
  if (lines("+") !== before.join("\n")) return "kept and removed lines are not the text before"
  if (lines("-") !== after.join("\n")) return "kept and added lines are not the text after"
  if (edits.some((edit, n) => edit.sign === "+" && edits[n + 1]?.sign === "-"))
    return "a line is added before one that is removed"
  return `${edits.filter((e) => e.sign !== " ").length} changes`
}

let before: string[] = []
let after: string[] = []

for (const text of readFileSync(0, "utf8").split("\n")) {
  const [command, ...words] = text.split(/\s+/).filter((word) => word !== "")
  if (command === undefined) continue
  if (command === "before") {
    before = words
  } else if (command === "after") {
    after = words
  } else if (command === "many") {
    const [count, every] = words.map(Number)
    before = Array.from({ length: count }, (_, n) => String(n + 1))
    after = before.map((line) => (Number(line) % every === 0 ? `new${line}` : line))
  } else if (command === "show") {
    console.log(`=> ${shown(diff([...before], [...after]))}`)
  } else if (command === "diff") {
    console.log(`=> ${checked(diff([...before], [...after]), before, after)}`)
  } else {
    more(command, words, before, after, shown)
  }
}
