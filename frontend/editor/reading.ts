import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state"
import { Decoration, type DecorationSet, drawSelection, EditorView, lineNumbers } from "@codemirror/view"
import { CaretWidget, type Person } from "./cursors"
import { highlighting, indentation } from "./languages"
import { houseHighlighting, houseTheme } from "./theme"

/** A text that changes under the reader's eyes: the replay's editor, without one. */
export type Reading = {
  view: EditorView
  show: (text: string, by: Typist | null) => void
  destroy: () => void
}
export type Typist = Person

const setCaret = StateEffect.define<{ at: number; by: Typist } | null>()

const caretField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(carets, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setCaret))
        return effect.value === null
          ? Decoration.none
          : Decoration.set(
              Decoration.widget({
                widget: new CaretWidget(effect.value.by, String(effect.value.at)),
                side: 1,
              }).range(effect.value.at),
            )
    return carets.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

export function mountReading(parent: HTMLElement, path: string, label: string): Reading {
  const language = new Compartment()
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
        lineNumbers(),
        drawSelection(),
        indentation(path),
        language.of([]),
        caretField,
        houseTheme,
        houseHighlighting,
      ],
    }),
  })
  let gone = false
  void highlighting(path).then((extension) => {
    if (!gone) view.dispatch({ effects: language.reconfigure(extension) })
  })
  return {
    view,
    show: (text, by) => {
      const change = differenceOf(view.state.doc.toString(), text)
      if (change === null) {
        if (by === null) view.dispatch({ effects: setCaret.of(null) })
        return
      }
      const at = change.from + change.insert.length
      view.dispatch({
        changes: change,
        effects: [
          setCaret.of(by === null ? null : { at, by }),
          EditorView.scrollIntoView(at, { y: "nearest", yMargin: 60 }),
        ],
      })
    },
    destroy: () => {
      gone = true
      view.destroy()
    },
  }
}

/** The one stretch in which two texts differ, or null when they are the same. */
export function differenceOf(
  before: string,
  after: string,
): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let tail = 0
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) }
}
