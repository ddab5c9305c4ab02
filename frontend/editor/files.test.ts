import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import {
  addFile,
  deleteFile,
  languageOf,
  pathProblem,
  pathsOf,
  renameFile,
  setLanguage,
  snapshotOf,
  textOf,
} from "./files"

function pair(): [Y.Doc, Y.Doc, () => void] {
  const a = new Y.Doc()
  const b = new Y.Doc()
  const merge = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  }
  return [a, b, merge]
}

describe("files", () => {
  it("come in their order and are what a run takes", () => {
    const doc = new Y.Doc()
    addFile(doc, "b.py")
    addFile(doc, "a.py")
    textOf(doc, "b.py").insert(0, "print(1)\n")
    expect(pathsOf(doc)).toEqual(["b.py", "a.py"])
    expect(snapshotOf(doc)).toEqual({ "b.py": "print(1)\n", "a.py": "" })
  })

  it("lose no text when two make the same path at once", () => {
    const [a, b, merge] = pair()
    addFile(a, "notes.txt")
    textOf(a, "notes.txt").insert(0, "from a\n")
    addFile(b, "notes.txt")
    textOf(b, "notes.txt").insert(0, "from b\n")
    merge()
    expect(pathsOf(a)).toEqual(["notes.txt"])
    for (const doc of [a, b])
      expect(textOf(doc, "notes.txt").toString().split("\n").sort().slice(1)).toEqual(["from a", "from b"])
    expect(snapshotOf(a)).toEqual(snapshotOf(b))
  })

  it("keep place and text when they are renamed", () => {
    const doc = new Y.Doc()
    addFile(doc, "a.py")
    addFile(doc, "b.py")
    textOf(doc, "a.py").insert(0, "x = 1")
    renameFile(doc, "a.py", "c.py")
    expect(pathsOf(doc)).toEqual(["c.py", "b.py"])
    expect(snapshotOf(doc)).toEqual({ "c.py": "x = 1", "b.py": "" })
  })

  it("are empty again when a path is made anew after it was deleted", () => {
    const doc = new Y.Doc()
    addFile(doc, "a.py")
    textOf(doc, "a.py").insert(0, "x = 1")
    deleteFile(doc, "a.py")
    addFile(doc, "a.py")
    expect(snapshotOf(doc)).toEqual({ "a.py": "" })
  })

  it("read what the server wrote, whichever form the order has", () => {
    const doc = new Y.Doc()
    doc.getMap("files").set("z.py", { order: 0 })
    addFile(doc, "a.py")
    expect(pathsOf(doc)).toEqual(["z.py", "a.py"])
  })

  it("say what is wrong with a name", () => {
    const doc = new Y.Doc()
    addFile(doc, "a.py")
    expect(pathProblem(doc, "helper.py")).toBeNull()
    expect(pathProblem(doc, "pkg/helper_2.py")).toBeNull()
    expect(pathProblem(doc, "a.py")).toContain("already")
    for (const bad of ["", "../x", "/etc/passwd", "a//b", "a/../b", ".", "x\u0000", "x".repeat(121), "a/"])
      expect(pathProblem(doc, bad), bad).not.toBeNull()
  })
})

it("a document knows its language", () => {
  const doc = new Y.Doc()
  expect(languageOf(doc)).toBeNull()
  setLanguage(doc, "go")
  expect(languageOf(doc)).toBe("go")
})
