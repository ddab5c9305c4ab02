import { expect, it } from "vitest"
import * as Y from "yjs"
import { addFile, textOf } from "../editor/files"
import { mainOf } from "./open_file"

function docOf(files: Record<string, string>): [Y.Doc, string[]] {
  const doc = new Y.Doc()
  for (const [path, text] of Object.entries(files)) {
    addFile(doc, path)
    textOf(doc, path).insert(0, text)
  }
  return [doc, Object.keys(files)]
}

it("opens the file to write: the longest of the language that is neither clock nor test", () => {
  const [doc, paths] = docOf({
    "clock.py": "1\n2\n3\n4\n5",
    "limiter.py": "1\n2\n3",
    "rules.py": "1",
    "test_limiter.py": "1\n2\n3\n4\n5\n6",
    "limiter.go": "1\n2\n3\n4\n5\n6\n7",
  })
  expect(mainOf(doc, paths, "python")).toBe("limiter.py")
  expect(mainOf(doc, paths, "go")).toBe("limiter.go")
})

it("opens what there is when nothing is of the language", () => {
  const [doc, paths] = docOf({ "clock.py": "1" })
  expect(mainOf(doc, paths, "go")).toBe("clock.py")
  expect(mainOf(doc, [], "go")).toBeNull()
})
