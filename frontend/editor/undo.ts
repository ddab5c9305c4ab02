import { Facet, type StateCommand } from "@codemirror/state"
import type { KeyBinding } from "@codemirror/view"
import * as Y from "yjs"

/**
 * Undo of one's own edits only. The manager tracks no origin until an editor is bound to it (yCollab adds the
 * editor's own), so what others typed, what the server wrote and what a reconnect merged is never undone here.
 */
export const undoManager = Facet.define<Y.UndoManager, Y.UndoManager | null>({
  combine: (given) => given[0] ?? null,
})

const managers = new WeakMap<Y.Text, Y.UndoManager>()

/** One manager a text, so that its history survives a look at another file. */
export function undoManagerOf(text: Y.Text): Y.UndoManager {
  const known = managers.get(text)
  if (known !== undefined) return known
  const manager = new Y.UndoManager(text, { trackedOrigins: new Set(), captureTimeout: PAUSE_MS })
  managers.set(text, manager)
  return manager
}

const PAUSE_MS = 500

/** Whether edits join into one step until somebody stops it, instead of after each pause in the typing. */
export function oneStepUntilStopped(manager: Y.UndoManager, is: boolean): void {
  manager.stopCapturing()
  manager.captureTimeout = is ? Number.POSITIVE_INFINITY : PAUSE_MS
}

export const undoOwn: StateCommand = ({ state }) => {
  state.facet(undoManager)?.undo()
  return true
}

export const redoOwn: StateCommand = ({ state }) => {
  state.facet(undoManager)?.redo()
  return true
}

export const undoKeys: readonly KeyBinding[] = [
  { key: "Mod-z", run: undoOwn, preventDefault: true },
  { key: "Mod-y", mac: "Mod-Shift-z", run: redoOwn, preventDefault: true },
  { key: "Mod-Shift-z", run: redoOwn, preventDefault: true },
]
