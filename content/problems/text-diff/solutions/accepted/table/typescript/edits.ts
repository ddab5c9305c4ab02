import { Conflict } from "./conflict"
import type { Hunk } from "./hunk"

export type Edit = { sign: " " | "-" | "+"; line: string }

/**
 * The shortest way from `before` to `after`; between two kept lines, removed ones before added ones.
 *
 * What both have in common at the top and at the bottom is set aside first: the table in between costs the product
 * of what is left.
 */
export function diff(before: string[], after: string[]): Edit[] {
  const shorter = Math.min(before.length, after.length)
  let top = 0
  while (top < shorter && before[top] === after[top]) top += 1
  let bottom = 0
  while (bottom < shorter - top && before[before.length - 1 - bottom] === after[after.length - 1 - bottom]) bottom += 1
  const middle = between(before.slice(top, before.length - bottom), after.slice(top, after.length - bottom))
  const kept = (lines: string[]): Edit[] => lines.map((line) => ({ sign: " ", line }))
  return [...kept(before.slice(0, top)), ...middle, ...kept(before.slice(before.length - bottom))]
}

function between(before: string[], after: string[]): Edit[] {
  const longest = common(before, after)
  const edits: Edit[] = []
  let removed: Edit[] = []
  let added: Edit[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      edits.push(...removed, ...added, { sign: " ", line: before[i] })
      removed = []
      added = []
      i += 1
      j += 1
    } else if (j === after.length || (i < before.length && longest[i + 1][j] >= longest[i][j + 1])) {
      removed.push({ sign: "-", line: before[i++] })
    } else {
      added.push({ sign: "+", line: after[j++] })
    }
  }
  return [...edits, ...removed, ...added]
}

/** At [i][j]: how many lines before[i..] and after[j..] have in common at most, in order. */
function common(before: string[], after: string[]): Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      table[i][j] =
        before[i] === after[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1])
    }
  }
  return table
}

/** The changes with up to `context` kept lines around them; those that would touch are one. */
export function hunks(edits: Edit[], context: number): Hunk[] {
  const changed = edits.flatMap(({ sign }, n) => (sign === " " ? [] : [n]))
  const found: Hunk[] = []
  let begin = 0
  changed.forEach((at, n) => {
    if (n + 1 < changed.length && changed[n + 1] - at - 1 <= 2 * context) return
    found.push(hunk(edits, Math.max(changed[begin] - context, 0), Math.min(at + context + 1, edits.length)))
    begin = n + 1
  })
  return found
}

function hunk(edits: Edit[], begin: number, end: number): Hunk {
  const without = (part: Edit[], sign: string): number => part.filter((edit) => edit.sign !== sign).length
  const above = edits.slice(0, begin)
  const part = edits.slice(begin, end)
  const beforeCount = without(part, "+")
  const afterCount = without(part, "-")
  return {
    beforeStart: without(above, "+") + (beforeCount > 0 ? 1 : 0),
    beforeCount,
    afterStart: without(above, "-") + (afterCount > 0 ? 1 : 0),
    afterCount,
    edits: part,
  }
}

/** The lines with all hunks applied, each as near as can be to where it is expected. Throws Conflict. */
export function patch(lines: string[], hunks: Hunk[]): string[] {
  const patched: string[] = []
  let done = 0 // lines that are dealt with
  let moved = 0 // how far away the hunk before was found
  hunks.forEach((hunk, n) => {
    const wanted = hunk.edits.filter(({ sign }) => sign !== "+").map(({ line }) => line)
    const says = hunk.beforeStart - (hunk.beforeCount > 0 ? 1 : 0)
    const at = nearest(lines, wanted, says + moved, done)
    if (at === null) throw new Conflict(n + 1)
    moved = at - says
    patched.push(...lines.slice(done, at), ...hunk.edits.filter(({ sign }) => sign !== "-").map(({ line }) => line))
    done = at + wanted.length
  })
  return [...patched, ...lines.slice(done)]
}

function nearest(lines: string[], wanted: string[], expected: number, lowest: number): number | null {
  let best: number | null = null
  for (let at = lowest; at + wanted.length <= lines.length; at++) {
    if (!wanted.every((line, n) => lines[at + n] === line)) continue
    if (best === null || Math.abs(at - expected) < Math.abs(best - expected)) best = at
  }
  return best
}
