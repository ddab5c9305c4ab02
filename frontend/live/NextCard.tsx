import { Problem } from "../parts/Problem"
import { BINDINGS } from "./chord"
import type { Clock } from "./clock"
import { Likely } from "./Likely"
import { NextActions } from "./NextActions"
import { nextInWords } from "./next_words"
import type { PanelState } from "./panel_state"
import { usePresence } from "./panel_state"
import { minutesAndSeconds } from "./words"

type NextCardProps = {
  panel: PanelState
  chordOpen: boolean
  onOpenStatement: () => void
}

/** The one card: minutes, what comes next with a sentence to say, and what the candidate may ask. */
export function NextCard({ panel, chordOpen, onOpenStatement }: NextCardProps) {
  const { others, late } = usePresence()
  const dana = others.find(({ member }) => member.side === "candidate")
  const { title, say, note } = nextInWords(panel.next, {
    candidate: panel.candidate,
    here: dana?.seen?.state === "here",
    late,
  })
  return (
    <section className="next" id="next" aria-label="What comes next" tabIndex={-1}>
      <ClockColumn clock={panel.clock} ended={panel.hour.endedMs !== null} />
      <div>
        <h2>
          Next: <b>{title}</b>
        </h2>
        {say === null ? null : <p className="say">{quoted(say)}</p>}
        {note === null ? null : <p className="note">{note}</p>}
        <Problem text={panel.error} />
        {chordOpen ? <ChordKeys /> : null}
        <NextActions panel={panel} onOpenStatement={onOpenStatement} />
      </div>
      <Likely panel={panel} />
    </section>
  )
}

function ClockColumn({ clock, ended }: { clock: Clock; ended: boolean }) {
  if (!clock.running)
    return (
      <div className="clock">
        <p>{ended ? "The hour is over" : "The hour has not begun"}</p>
        <p>{Math.round(clock.totalMin)} min planned</p>
      </div>
    )
  const here = clock.leftHereMin === null ? null : Math.ceil(clock.leftHereMin)
  const drift = Math.trunc(clock.driftMin)
  return (
    <div className="clock">
      {here === null ? null : here >= 0 ? (
        <p>
          <b>{here}</b> {clock.paused ? "min, paused" : "min left here"}
        </p>
      ) : (
        <p className="warn">
          <b className="warn">{-here}</b> min over here
        </p>
      )}
      <p>{Math.max(0, Math.ceil(clock.leftMin))} min in the hour</p>
      {clock.paused ? <p>lost so far {minutesAndSeconds(clock.lostMs)}</p> : null}
      {drift > 0 ? <p className="warn">{drift} over at this pace</p> : null}
      {drift < 0 && !clock.paused ? <p>{-drift} won</p> : null}
    </div>
  )
}

/** The letters while one is awaited; `Ctrl ,` keeps the focus where it was. */
function ChordKeys() {
  return (
    <ul className="chord" aria-label="Now one key">
      {BINDINGS.map((binding) => (
        <li key={binding.key}>
          <kbd>{binding.key}</kbd> {binding.says}
        </li>
      ))}
      <li>
        <kbd>Esc</kbd> cancel
      </li>
    </ul>
  )
}

function quoted(say: string): string {
  return /^["“]/.test(say) ? say : `“${say}”`
}
