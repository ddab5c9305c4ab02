import { expect, it } from "vitest"
import { grammarOf, indentOf, ofLanguage } from "./languages"
import { differenceOf } from "./reading"
import { DEFAULTS, keepSettings, readSettings } from "./settings"

function store(kept: Record<string, string> = {}) {
  const values = new Map(Object.entries(kept))
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

it("keeps settings in this browser and reads them again", () => {
  const kept = store()
  const mine = { vim: true, fontPx: 18, wrap: true, theme: "dark" } as const
  keepSettings(kept, mine)
  expect(readSettings(kept)).toEqual(mine)
  keepSettings(kept, { ...mine, theme: "" })
  expect(kept.values.has("otherside.theme")).toBe(false)
})

it("starts from the defaults where what is kept is damaged or out of range", () => {
  expect(readSettings(store({ "otherside.editor": "{" }))).toEqual(DEFAULTS)
  expect(readSettings(store({ "otherside.editor": '{"fontPx":900,"vim":"yes"}' }))).toEqual({
    ...DEFAULTS,
    fontPx: 24,
  })
})

it("knows how a file is written by its ending", () => {
  expect(grammarOf("src/main.go")).toBe("go")
  expect(indentOf("src/main.go")).toBe("\t")
  expect(grammarOf("README")).toBeNull()
  expect(indentOf("a.ts")).toBe("  ")
})

it("finds the stretch in which two texts differ, so that applying it gives the second", () => {
  const texts = ["", "a", "abc", "abxc", "aabb", "bbaa", "abcabc", "\n\n", "xx\nyy"]
  for (const before of texts) {
    for (const after of texts) {
      const change = differenceOf(before, after)
      const made =
        change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to)
      expect(made).toBe(after)
      expect(change === null).toBe(before === after)
    }
  }
})

it("puts the files of the language that runs first", () => {
  const paths = ["a.py", "b.txt", "a.go", "b.py"]
  expect(ofLanguage(paths, "go")).toEqual({ own: ["b.txt", "a.go"], others: ["a.py", "b.py"] })
  expect(ofLanguage(paths, "sql")).toEqual({ own: paths, others: [] })
  expect(ofLanguage(paths, null)).toEqual({ own: paths, others: [] })
})
