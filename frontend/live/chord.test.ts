import { describe, expect, it } from "vitest"
import { BINDINGS, type Press, react } from "./chord"

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe("the chord", () => {
  it("opens with Ctrl and the comma, and with nothing else", () => {
    expect(react("idle", press(",", { ctrlKey: true })).kind).toBe("open")
    expect(react("idle", press(",")).kind).toBe("pass")
    expect(react("idle", press(",", { metaKey: true })).kind).toBe("pass")
    expect(react("idle", press(",", { ctrlKey: true, altKey: true })).kind).toBe("pass")
    expect(react("idle", press("h")).kind).toBe("pass")
  })

  it("opens with the physical key where a layout has the comma elsewhere", () => {
    expect(react("idle", press("б", { ctrlKey: true, code: "Comma" })).kind).toBe("open")
    expect(react("idle", press("w", { ctrlKey: true, code: "Comma" })).kind).toBe("pass") // Dvorak's w is a w
  })

  it("runs every letter of look.md, upper or lower case", () => {
    for (const { key, command } of BINDINGS) {
      expect(react("open", press(key.toLowerCase()))).toEqual({ kind: "run", command })
      expect(react("open", press(key, { shiftKey: true }))).toEqual({ kind: "run", command })
    }
  })

  it("takes the second key with Ctrl still held, and digits by their place", () => {
    expect(react("open", press("h", { ctrlKey: true })).kind).toBe("run")
    expect(react("open", press("&", { code: "Digit1" }))).toMatchObject({
      kind: "run",
      command: { mark: "question" },
    })
  })

  it("waits on modifiers, cancels on Escape and unknown keys", () => {
    expect(react("open", press("Shift")).kind).toBe("wait")
    expect(react("open", press("Escape")).kind).toBe("cancel")
    expect(react("open", press("q")).kind).toBe("cancel")
    expect(react("open", press("h", { metaKey: true })).kind).toBe("cancel")
  })

  it("gives no two commands the same key", () => {
    expect(new Set(BINDINGS.map((binding) => binding.key)).size).toBe(BINDINGS.length)
  })
})
