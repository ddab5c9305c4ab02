import type { Extension } from "@codemirror/state"
import type { EditorView } from "@codemirror/view"
import { CodeMirror, getCM, Vim, vim } from "@replit/codemirror-vim"
import { oneStepUntilStopped, redoOwn, undoManager, undoOwn } from "./undo"

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

/**
 * A command is one step of undo with all that is typed until Esc, however long somebody thought in between:
 * what `O` or `cw` did before the typing belongs to it.
 */
export function groupUndoByCommand(view: EditorView): void {
  const cm = getCM(view)
  const manager = view.state.facet(undoManager)
  if (cm == null || manager === null) return
  oneStepUntilStopped(manager, true)
  const isTyping = () => cm.state.vim?.insertMode === true
  cm.on("vim-command-done", () => isTyping() || manager.stopCapturing())
  cm.on("vim-mode-change", ({ mode }: { mode: string }) => mode === "normal" && manager.stopCapturing())
}
