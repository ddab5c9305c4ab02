import { type Extension, type Range, RangeSet } from "@codemirror/state"
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view"
import type { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"

/** Whose cursor it is, as this room calls and colours them. */
export type Person = { name: string; tone: "who-1" | "who-2" }
/** From the member number that the relay wrote into the cursor; its own name and colour are for other clients. */
export type WhoIs = (member: number) => Person | null

type Pointed = { anchor: unknown; head: unknown }
type Pointing = { user?: { member?: number; name?: string }; cursor?: Pointed | null }

/** Shows the others' cursors and selections in `text`, and tells them of ours. */
export function remoteCursors(text: Y.Text, awareness: Awareness, whoIs: WhoIs): Extension {
  return ViewPlugin.define((view) => new RemoteCursors(view, text, awareness, whoIs), {
    decorations: (plugin) => plugin.decorations,
  })
}

class RemoteCursors {
  decorations: DecorationSet = RangeSet.empty
  private readonly view: EditorView
  private readonly text: Y.Text
  private readonly awareness: Awareness
  private readonly whoIs: WhoIs
  private told = ""

  constructor(view: EditorView, text: Y.Text, awareness: Awareness, whoIs: WhoIs) {
    this.view = view
    this.text = text
    this.awareness = awareness
    this.whoIs = whoIs
    awareness.on("change", this.onChange)
    this.decorations = this.draw()
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged || update.focusChanged) this.tell()
    this.decorations = this.draw()
  }

  destroy(): void {
    this.awareness.off("change", this.onChange)
    if (this.told !== "") this.awareness.setLocalStateField("cursor", null)
  }

  private readonly onChange = (changes: { added: number[]; updated: number[]; removed: number[] }): void => {
    const own = this.awareness.clientID
    if ([...changes.added, ...changes.updated, ...changes.removed].every((client) => client === own)) return
    this.view.dispatch({})
  }

  /** Our place, as relative positions, so that it stays between the same letters on every screen. */
  private tell(): void {
    if (!this.view.hasFocus || this.awareness.getLocalState() === null) return
    const { anchor, head } = this.view.state.selection.main
    const cursor = {
      anchor: Y.createRelativePositionFromTypeIndex(this.text, anchor),
      head: Y.createRelativePositionFromTypeIndex(this.text, head),
    }
    const said = JSON.stringify(cursor)
    if (said === this.told) return
    this.told = said
    this.awareness.setLocalStateField("cursor", cursor)
  }

  private draw(): DecorationSet {
    const ranges: Range<Decoration>[] = []
    for (const [client, state] of this.awareness.getStates() as Map<number, Pointing>) {
      if (client === this.awareness.clientID || state.cursor == null) continue
      const anchor = this.indexOf(state.cursor.anchor)
      const head = this.indexOf(state.cursor.head)
      if (anchor === null || head === null) continue
      const person = this.whoIs(state.user?.member ?? -1) ?? {
        name: state.user?.name ?? "Somebody",
        tone: "who-2",
      }
      if (anchor !== head)
        ranges.push(
          Decoration.mark({ class: `remote-selection ${person.tone}` }).range(
            Math.min(anchor, head),
            Math.max(anchor, head),
          ),
        )
      ranges.push(
        Decoration.widget({
          widget: new CaretWidget(person, JSON.stringify(state.cursor)),
          side: head > anchor ? -1 : 1,
        }).range(head),
      )
    }
    return Decoration.set(ranges, true)
  }

  private indexOf(relative: unknown): number | null {
    const doc = this.text.doc
    if (doc === null) return null
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(relative),
      doc,
    )
    if (absolute === null || absolute.type !== this.text) return null
    // The editor may be one change behind the shared text.
    return Math.min(absolute.index, this.view.state.doc.length)
  }
}

/** A cursor whose name shows for a moment after each move, and again under the pointer: it covers code. */
export class CaretWidget extends WidgetType {
  private readonly person: Person
  private readonly place: string
  /** `place` is where its owner put it: another place is another element, whose name shows anew. */
  constructor(person: Person, place: string) {
    super()
    this.person = person
    this.place = place
  }
  override eq(other: CaretWidget): boolean {
    const { name, tone } = this.person
    return other.person.name === name && other.person.tone === tone && other.place === this.place
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement("span")
    caret.className = `caret ${this.person.tone === "who-2" ? "two" : "one"}`
    caret.dataset.name = this.person.name
    caret.setAttribute("aria-hidden", "true")
    return caret
  }
  override ignoreEvent(): boolean {
    return false // a press on it is a press on the text below
  }
}
