import { EditorState } from "@codemirror/state"
import { expect, it, vi } from "vitest"
import * as Y from "yjs"
import { oneStepUntilStopped, redoOwn, undoManager, undoManagerOf, undoOwn } from "./undo"

const EDITOR = { is: "the editor's own origin" }

function typing() {
  const doc = new Y.Doc()
  const text = doc.getText("file:a.py")
  const manager = undoManagerOf(text)
  manager.addTrackedOrigin(EDITOR)
  const type = (at: number, letters: string, origin: unknown) =>
    doc.transact(() => text.insert(at, letters), origin)
  const state = EditorState.create({ extensions: [undoManager.of(manager)] })
  const target = { state, dispatch: () => undefined }
  return { text, manager, type, target }
}

it("takes back one's own edits and leaves the other's", () => {
  const { text, type, target } = typing()
  type(0, "mine ", EDITOR)
  type(5, "theirs", "relay")
  undoOwn(target)
  expect(text.toString()).toBe("theirs")
  redoOwn(target)
  expect(text.toString()).toContain("mine")
})

it("has nothing to take back of what the server or a merge wrote", () => {
  const { text, type, target } = typing()
  type(0, "starter", null)
  undoOwn(target)
  expect(text.toString()).toBe("starter")
})

it("is one manager a text, so a look at another file forgets nothing", () => {
  const { text, manager } = typing()
  expect(undoManagerOf(text)).toBe(manager)
})

it("joins what is typed after a pause, until it is stopped, for a keymap that knows where a step ends", () => {
  const { text, manager, type, target } = typing()
  oneStepUntilStopped(manager, true)
  vi.useFakeTimers()
  type(0, "a", EDITOR)
  vi.advanceTimersByTime(60_000)
  type(1, "b", EDITOR)
  manager.stopCapturing()
  type(2, "c", EDITOR)
  vi.useRealTimers()
  undoOwn(target)
  expect(text.toString()).toBe("ab")
  undoOwn(target)
  expect(text.toString()).toBe("")
})

it("claims the key even when there is nothing to take back", () => {
  const { target } = typing()
  expect(undoOwn(target)).toBe(true)
})
