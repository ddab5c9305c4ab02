import * as awarenessProtocol from "y-protocols/awareness"
import * as Y from "yjs"
import { isEmptyUpdate, type Message } from "./frames"

const FROM_RELAY = Symbol("from the relay")

type Send = (message: Message) => boolean

/**
 * One document and its cursors, whether the line is up or not. Edits made while it is down stay in the
 * document; when it is up again each end asks the other for what it lacks, and nothing else is kept or sent.
 */
export class DocumentChannel {
  readonly doc = new Y.Doc()
  readonly awareness = new awarenessProtocol.Awareness(this.doc)
  /** Edits of ours that are in no frame on the way: made while the line was down, or before it was in step. */
  unsent = 0
  /** Whether the document holds what the relay held when the track was opened, at least once. */
  synced = false
  private inStep = false
  private writable = false
  private readonly send: Send
  private readonly changed: () => void

  /** `send` says whether the message could be sent; `changed` is called when `unsent` or `synced` changes. */
  constructor(send: Send, changed: () => void) {
    this.send = send
    this.changed = changed
    this.doc.on("update", this.onUpdate)
    this.awareness.on("update", this.onAwareness)
  }

  /** The track is open on a new line: ask for what we lack. */
  opened(writable: boolean): void {
    this.writable = writable
    this.inStep = false
    this.send({ kind: "step1", data: Y.encodeStateVector(this.doc) })
    // A new clock, so that the others show the cursor again after they were told that it is gone.
    const state = this.awareness.getLocalState()
    if (state !== null) this.awareness.setLocalState(state)
  }

  rights(writable: boolean): void {
    const gained = writable && !this.writable
    this.writable = writable
    if (gained && !this.inStep) this.send({ kind: "step1", data: Y.encodeStateVector(this.doc) })
  }

  /** The line is down, with so many of our frames on the way: they are sent again if they did not arrive. */
  lost(onTheWay: number): void {
    this.inStep = false
    this.unsent += onTheWay
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID)
    awarenessProtocol.removeAwarenessStates(this.awareness, others, FROM_RELAY)
  }

  receive(message: Message): void {
    switch (message.kind) {
      case "step1":
        this.answer(message.data)
        break
      case "step2":
      case "update":
        Y.applyUpdate(this.doc, message.data, FROM_RELAY)
        if (message.kind === "step2" && !this.synced) {
          this.synced = true
          this.changed()
        }
        break
      case "awareness":
        awarenessProtocol.applyAwarenessUpdate(this.awareness, message.data, FROM_RELAY)
        break
    }
  }

  destroy(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }

  private answer(vector: Uint8Array): void {
    if (!this.writable) return
    const update = Y.encodeStateAsUpdate(this.doc, vector)
    if (isEmptyUpdate(update) || this.send({ kind: "step2", data: update })) {
      this.inStep = true
      this.unsent = 0
      this.changed()
    }
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_RELAY) return
    if (!this.inStep || !this.send({ kind: "update", data: update })) {
      this.unsent++
      this.changed()
    }
  }

  private readonly onAwareness = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    const own = this.doc.clientID
    if (origin === FROM_RELAY || ![...added, ...updated, ...removed].includes(own)) return
    this.send({ kind: "awareness", data: awarenessProtocol.encodeAwarenessUpdate(this.awareness, [own]) })
  }
}
