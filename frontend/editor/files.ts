import * as Y from "yjs"

/** The files of one document: a map of paths, and one root text a path, so that two who make a path never lose text. */

export const PATH_CHARS_MAX = 120
export const FILES_MAX = 40

export function filesMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap("files")
}

export function metaMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap("meta")
}

export function textOf(doc: Y.Doc, path: string): Y.Text {
  return doc.getText(`file:${path}`)
}

/** Paths as the tabs show them: by their order, then by name. */
export function pathsOf(doc: Y.Doc): readonly string[] {
  return [...filesMap(doc)]
    .map(([path, value]) => ({ path, order: orderOf(value) }))
    .sort((a, b) => a.order - b.order || a.path.localeCompare(b.path))
    .map(({ path }) => path)
}

export function languageOf(doc: Y.Doc): string | null {
  const language = metaMap(doc).get("language")
  return typeof language === "string" ? language : null
}

export function setLanguage(doc: Y.Doc, language: string): void {
  if (languageOf(doc) !== language) metaMap(doc).set("language", language)
}

/** Every file's text as it stands, which is what a run takes. */
export function snapshotOf(doc: Y.Doc): Record<string, string> {
  return Object.fromEntries(pathsOf(doc).map((path) => [path, textOf(doc, path).toString()]))
}

/** Why a path cannot be taken, in words, or null when it can. */
export function pathProblem(doc: Y.Doc, path: string): string | null {
  if (path === "") return "Write a name, for example notes.txt."
  if (path.length > PATH_CHARS_MAX)
    return `The name has ${path.length} characters; ${PATH_CHARS_MAX} are possible.`
  if (!/^[\w.+ -]+(\/[\w.+ -]+)*$/.test(path) || path.split("/").some((part) => /^\.*$/.test(part.trim())))
    return "Letters, digits, dots, dashes and folders with / are possible."
  if (filesMap(doc).has(path)) return `There is a ${path} already. Choose another name.`
  if (filesMap(doc).size >= FILES_MAX) return `There are ${FILES_MAX} files, which is the limit.`
  return null
}

export function addFile(doc: Y.Doc, path: string): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    entry.set("order", nextOrder(doc))
    filesMap(doc).set(path, entry)
  })
}

/** A root text cannot be renamed, so the text moves. Whoever types in the old file at that moment keeps it there. */
export function renameFile(doc: Y.Doc, from: string, to: string): void {
  doc.transact(() => {
    const order = orderOf(filesMap(doc).get(from))
    const entry = new Y.Map<unknown>()
    entry.set("order", order)
    filesMap(doc).set(to, entry)
    const source = textOf(doc, from)
    const target = textOf(doc, to)
    if (target.length > 0) target.delete(0, target.length)
    target.insert(0, source.toString())
    filesMap(doc).delete(from)
    source.delete(0, source.length)
  })
}

export function deleteFile(doc: Y.Doc, path: string): void {
  doc.transact(() => {
    filesMap(doc).delete(path)
    const text = textOf(doc, path)
    text.delete(0, text.length)
  })
}

function nextOrder(doc: Y.Doc): number {
  return [...filesMap(doc).values()].reduce<number>((max, value) => Math.max(max, orderOf(value) + 1), 0)
}

function orderOf(value: unknown): number {
  const order =
    value instanceof Y.Map ? value.get("order") : (value as { order?: unknown } | undefined)?.order
  return typeof order === "number" ? order : Number.MAX_SAFE_INTEGER
}
