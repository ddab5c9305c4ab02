import { useState } from "react"
import { MarkChip } from "../../parts/MarkChip"
import { Problem } from "../../parts/Problem"
import type { MarkKind } from "../api"
import { useTools } from "../context"
import { useAsk } from "../hooks"
import type { Hour } from "../hour"
import { MARK_KINDS, MARKS, type Mark } from "../marks"
import { clockAt, hourCode } from "../words"

const BACK = [
  { ms: 0, says: "now" },
  { ms: 30_000, says: "30 s ago" },
  { ms: 60_000, says: "a minute ago" },
  { ms: 180_000, says: "3 min ago" },
  { ms: 600_000, says: "10 min ago" },
]

type MarksProps = { marks: readonly Mark[]; hour: Hour; canWrite: boolean }

/** Moments worth finding again. Others of the panel see them once their own card is in. */
export function Marks({ marks, hour, canWrite }: MarksProps) {
  return (
    <>
      {canWrite ? <NewMark /> : null}
      {marks.length === 0 ? (
        <p className="pad quiet">
          No moment is marked yet. <kbd>Ctrl ,</kbd> and a number marks this one; words can follow here.
        </p>
      ) : (
        <ol className="moments">
          {marks.toReversed().map((mark) => (
            <li key={`${mark.atMs}:${mark.kind}`}>
              <time title={clockAt(hour.openedAt, mark.ofMs)}>{codeOf(hour, mark.ofMs)}</time>
              <MarkChip kind={mark.kind} text={mark.text} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** By the hour's clock, as scorecard and replay have it; before the hour there is only the wall's. */
function codeOf(hour: Hour, atMs: number): string {
  return hour.begunMs === null ? clockAt(hour.openedAt, atMs) : hourCode(atMs - hour.begunMs)
}

function NewMark() {
  const { api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const [kind, setKind] = useState<MarkKind>("good")
  const [text, setText] = useState("")
  const [backMs, setBack] = useState(0)
  const keep = () =>
    void ask(async () => {
      await api.post("mark", { kind, text: text.trim(), backMs })
      setText("")
      setBack(0)
      announce(`Marked: ${MARKS[kind].says}.`)
    })
  return (
    <form
      className="own"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <div className="row">
        <select
          aria-label="Kind of moment"
          value={kind}
          onChange={(e) => setKind(e.target.value as MarkKind)}
        >
          {MARK_KINDS.map((one) => (
            <option key={one} value={one}>
              {MARKS[one].sign} {MARKS[one].says}
            </option>
          ))}
        </select>
        <select aria-label="When" value={backMs} onChange={(event) => setBack(Number(event.target.value))}>
          {BACK.map(({ ms, says }) => (
            <option key={ms} value={ms}>
              {says}
            </option>
          ))}
        </select>
      </div>
      <input
        aria-label="What was it"
        placeholder="What was it, in a few words"
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <button type="submit" disabled={busy}>
          Mark it
        </button>
        <Problem text={error} />
      </div>
    </form>
  )
}
