import type { Extension } from "@codemirror/state"
import type { EditorView } from "@codemirror/view"
import { CodeMirror, getCM, Vim, vim } from "@replit/codemirror-vim"
import { redoOwn, undoManager, undoOwn } from "./undo"

type Held = { cm6: EditorView }

/** Vim's u, Ctrl-r, :undo and :redo call these two: they undo one's own edits, like the plain editor does. */
CodeMirror.commands.undo = (cm: Held) => {
  undoOwn(cm.cm6)
}
CodeMirror.commands.redo = (cm: Held) => {
  redoOwn(cm.cm6)
}
// Ctrl-M lets Tab leave the editor; Enter still moves a line down.
Vim.unmap("<C-m>", "normal")

export function vimKeys(): Extension {
  return vim({ status: true })
}

/** Each stay in insert mode is one step of undo, however long somebody thought in between. */
export function groupUndoByInsert(view: EditorView): void {
  const cm = getCM(view)
  cm?.on("vim-mode-change", () => view.state.facet(undoManager)?.stopCapturing())
}
