import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete"
import { defaultKeymap, indentWithTab, toggleTabFocusMode } from "@codemirror/commands"
import { bracketMatching, indentOnInput } from "@codemirror/language"
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search"
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state"
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  rectangularSelection,
} from "@codemirror/view"
import { yCollab } from "y-codemirror.next"
import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import { remoteCursors, type WhoIs } from "./cursors"
import { highlighting, indentation } from "./languages"
import type { Settings } from "./settings"
import { houseHighlighting, houseTheme } from "./theme"
import { oneStepUntilStopped, undoKeys, undoManager, undoManagerOf } from "./undo"

export type Mounted = {
  view: EditorView
  apply: (settings: Settings) => void
  setReadOnly: (readOnly: boolean) => void
  destroy: () => void
}
export type MountOptions = {
  parent: HTMLElement
  text: Y.Text
  awareness: Awareness | null
  whoIs?: WhoIs
  path: string
  label: string
  placeholder?: string
  readOnly: boolean
  settings: Settings
}

/** An editor bound to a shared text. The caller destroys it; the text and its undo history live on. */
export function mountEditor(options: MountOptions): Mounted {
  const vim = new Compartment()
  const language = new Compartment()
  const access = new Compartment()
  const wrap = new Compartment()
  const manager = undoManagerOf(options.text)
  oneStepUntilStopped(manager, false) // Vim may have left it otherwise
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text.toString(),
      extensions: [
        vim.of([]),
        access.of(accessOf(options.readOnly)),
        Prec.high(keymap.of([{ key: "Ctrl-m", run: toggleTabFocusMode }, ...undoKeys])),
        undoManager.of(manager),
        yCollab(options.text, null, { undoManager: manager }),
        options.awareness === null
          ? []
          : remoteCursors(options.text, options.awareness, options.whoIs ?? (() => null)),
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          "aria-multiline": "true",
          tabindex: "0",
        }),
        indentation(options.path),
        options.placeholder === undefined ? [] : placeholder(options.placeholder),
        language.of([]),
        wrap.of(wrapOf(options.settings)),
        ordinaryEditing,
      ],
    }),
  })
  let gone = false
  void highlighting(options.path).then((extension) => {
    if (!gone) view.dispatch({ effects: language.reconfigure(extension) })
  })
  // Each change of the extensions costs as much as making the editor: only what differs is set anew.
  let now = { wrap: options.settings.wrap, vim: false, readOnly: options.readOnly }
  const apply = (settings: Settings) => {
    options.parent.style.setProperty("--code-size", `${settings.fontPx / 16}rem`)
    const before = now
    now = { ...now, wrap: settings.wrap, vim: settings.vim }
    if (before.wrap !== settings.wrap) view.dispatch({ effects: wrap.reconfigure(wrapOf(settings)) })
    if (before.vim === settings.vim) return
    void vimOf(settings).then((load) => {
      if (gone || now.vim !== settings.vim) return
      view.dispatch({ effects: vim.reconfigure(load?.vimKeys() ?? []) })
      if (load === null) oneStepUntilStopped(manager, false)
      else load.groupUndoByCommand(view)
    })
  }
  apply(options.settings)
  return {
    view,
    apply,
    setReadOnly: (readOnly) => {
      if (now.readOnly === readOnly) return
      now = { ...now, readOnly }
      view.dispatch({ effects: access.reconfigure(accessOf(readOnly)) })
    },
    destroy: () => {
      gone = true
      view.destroy()
    },
  }
}

/** Read-only text can still be focused, selected and copied. */
function accessOf(readOnly: boolean): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    readOnly ? EditorView.contentAttributes.of({ "aria-readonly": "true" }) : [],
  ]
}

function wrapOf(settings: Settings): Extension {
  return settings.wrap ? EditorView.lineWrapping : []
}

async function vimOf(settings: Settings) {
  return settings.vim ? await import("./vim") : null
}

/** After Esc, Tab and Shift-Tab leave the editor until another key is pressed or it is left: no time limit. */
const escapeThenTab = EditorView.domEventHandlers({
  keydown(event, view) {
    if (event.key === "Escape") view.setTabFocusMode(true)
    else if (event.key !== "Tab" && event.key !== "Shift" && !(event.ctrlKey && event.key === "m"))
      view.setTabFocusMode(false)
    return false
  },
  // Left is left: whoever comes back by another way finds Tab indenting again.
  blur(_event, view) {
    view.setTabFocusMode(false)
    return false
  },
})

const ordinaryEditing: Extension = [
  escapeThenTab,
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  drawSelection(),
  dropCursor(),
  rectangularSelection(),
  crosshairCursor(),
  EditorState.allowMultipleSelections.of(true),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ activateOnTyping: false }),
  highlightSelectionMatches(),
  houseTheme,
  houseHighlighting,
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...completionKeymap, indentWithTab]),
]
