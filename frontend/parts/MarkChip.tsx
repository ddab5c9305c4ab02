import type { MarkKind } from "../live/api"
import { MARKS } from "../live/marks"

/** A kind of moment: its sign, and its words or what was written. */
export function MarkChip({ kind, text }: { kind: MarkKind; text: string }) {
  const { sign, tone, says } = MARKS[kind] ?? { sign: "·", tone: "", says: kind }
  return (
    <span className={`mark ${tone}`} data-sign={sign}>
      {text === "" ? says : text}
    </span>
  )
}
