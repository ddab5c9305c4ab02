import { useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import { textOf } from "../editor/files"
import { grammarOf, ofLanguage } from "../editor/languages"

type Opened = { doc: Y.Doc; language: string | null; path: string }
export type OpenFiles = {
  /** The file in view: the one picked here, until another document or another language comes up. */
  path: string | null
  pick: (path: string | null) => void
  /** The tabs: the file to write, then the language's others by name, and what was picked of another language. */
  tabs: readonly string[]
  /** Files of the languages that were left. */
  others: readonly string[]
}

export function useOpenFile(doc: Y.Doc, paths: readonly string[], language: string | null): OpenFiles {
  const [picked, setPicked] = useState<Opened | null>(null)
  const opened = useRef<Opened | null>(null)
  const stays = (one: Opened | null) =>
    one !== null && one.doc === doc && one.language === language && paths.includes(one.path)
  const main = useMemo(() => mainOf(doc, paths, language), [doc, paths, language])
  // What was opened by itself stays, however long another file becomes; but a file of the language goes first.
  const before = opened.current
  const kept = before !== null && stays(before) && isOwn(before.path, language) ? before.path : main
  opened.current = kept === null ? null : { doc, language, path: kept }
  const path = picked !== null && stays(picked) ? picked.path : kept
  const pick = (to: string | null) => setPicked(to === null ? null : { doc, language, path: to })
  return { path, pick, ...tabsOf(paths, language, kept, path) }
}

/** What stands in the strip, and what in the menu beside it. */
export function tabsOf(
  paths: readonly string[],
  language: string | null,
  main: string | null,
  path: string | null,
): { tabs: readonly string[]; others: readonly string[] } {
  const { own, others } = ofLanguage(paths, language)
  const first = own.filter((one) => one === main)
  const rest = own.filter((one) => one !== main).sort((a, b) => a.localeCompare(b))
  const left = others.toSorted((a, b) => a.localeCompare(b))
  const looked = left.filter((one) => one === path)
  return { tabs: [...first, ...rest, ...looked], others: left }
}

/** The file to write: of the language's own, neither the clock nor tests, the one with the most lines. */
export function mainOf(doc: Y.Doc, paths: readonly string[], language: string | null): string | null {
  const own = paths.filter((path) => isOwn(path, language))
  const among = own.length > 0 ? own : paths
  const work = among.filter(
    (path) => !/(^|\/)(clock\.[^/]*|test_[^/]*|[^/]*[._]test\.[^/]*|[^/]*Test\.java)$/i.test(path),
  )
  let main: string | null = null
  let most = -1
  for (const path of work.length > 0 ? work : among) {
    const lines = textOf(doc, path).toString().split("\n").length
    if (lines > most) [main, most] = [path, lines]
  }
  return main
}

function isOwn(path: string, language: string | null): boolean {
  return grammarOf(path) === language
}
