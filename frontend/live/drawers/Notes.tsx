import { useMemo } from "react"
import { CodePane } from "../../editor/CodePane"
import type { Mounted } from "../../editor/mount"
import type { Settings } from "../../editor/settings"
import { useTools } from "../context"

const toTheNote = (mounted: Mounted | null) => mounted?.view.focus()

/** Private notes: a document of one's own, which stays open after the end. */
export function Notes({ settings }: { settings: Settings }) {
  const { room, config } = useTools()
  const text = useMemo(
    () => room.doc(`notes:${config.you.member}`).getText("text"),
    [room, config.you.member],
  )
  const wrapped = useMemo(() => ({ ...settings, wrap: true }), [settings])
  return (
    <div className="notes">
      <p className="pad small quiet">Only you read these.</p>
      <CodePane
        text={text}
        awareness={null}
        path="notes"
        label="Private notes. Escape closes them."
        placeholder="What you want to remember"
        readOnly={false}
        settings={wrapped}
        onMount={toTheNote}
      />
    </div>
  )
}
