import { expect, it } from "vitest"
import * as Y from "yjs"
import { addFile, textOf } from "../editor/files"
import { mainOf, tabsOf } from "./open_file"

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

it("shows the file to write first, then the language's others by name, and the rest in a menu", () => {
  const paths = ["test_limiter.py", "limiter.go", "notes.txt", "clock.py", "limiter.py", "clock.go"]
  const { tabs, others } = tabsOf(paths, "python", "limiter.py", "limiter.py")
  expect(tabs).toEqual(["limiter.py", "clock.py", "notes.txt", "test_limiter.py"])
  expect(others).toEqual(["clock.go", "limiter.go"])
  const looking = tabsOf(paths, "python", "limiter.py", "limiter.go")
  expect(looking.tabs).toEqual([...tabs, "limiter.go"])
})
