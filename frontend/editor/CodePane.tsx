import { useEffect, useRef } from "react"
import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import type { WhoIs } from "./cursors"
import { type Mounted, mountEditor } from "./mount"
import type { Settings } from "./settings"

type CodePaneProps = {
  /** The shared text of one file. A different object means a different file. */
  text: Y.Text
  /** Null where nobody else can be: notes and the replay. */
  awareness: Awareness | null
  whoIs?: WhoIs
  path: string
  label: string
  /** Observers read along; the relay refuses their edits as well. */
  readOnly: boolean
  settings: Settings
  placeholder?: string
  /** Told of the mounted editor, so that keys and the skip link can move the focus into it. */
  onMount?: (mounted: Mounted | null) => void
}

export function CodePane({
  text,
  awareness,
  whoIs,
  path,
  label,
  readOnly,
  settings,
  placeholder,
  onMount,
}: CodePaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const mounted = useRef<Mounted | null>(null)
  // Settings and access change in place; only another text makes another editor.
  const first = useRef({ settings, readOnly, onMount })
  first.current = { settings, readOnly, onMount }

  useEffect(() => {
    if (box.current === null) return
    const { settings, readOnly, onMount } = first.current
    const editor = mountEditor({
      parent: box.current,
      text,
      awareness,
      path,
      label,
      readOnly,
      settings,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(whoIs === undefined ? {} : { whoIs }),
    })
    mounted.current = editor
    onMount?.(editor)
    return () => {
      onMount?.(null)
      mounted.current = null
      editor.destroy()
    }
  }, [text, awareness, whoIs, path, label, placeholder])

  useEffect(() => mounted.current?.apply(settings), [settings])
  useEffect(() => mounted.current?.setReadOnly(readOnly), [readOnly])

  return <div ref={box} className="code-pane" />
}
