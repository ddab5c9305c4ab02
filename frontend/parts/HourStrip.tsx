import type { CSSProperties } from "react"
import { type Clock, stripOf } from "../live/clock"

type HourStripProps = {
  clock: Clock
  label: string
  /** Drift in amber; the candidate never sees it. */
  showDrift: boolean
  /** A hidden clock takes away hand and minutes, on the candidate's side only. */
  hideClock?: boolean
}

type Minutes = CSSProperties & Record<`--${string}`, number>

/** The hour as a scale of minutes; the hand is now. */
export function HourStrip({ clock, label, showDrift, hideClock = false }: HourStripProps) {
  const here = clock.parts.find((part) => part.state === "now")
  const over = showDrift ? Math.floor(clock.driftMin) : 0
  const scale: Minutes = { "--total": clock.totalMin }
  const fromMin = here?.fromMin ?? 0
  return (
    <nav className={clock.paused ? "hour paused" : "hour"} aria-label={label} style={scale}>
      <ol>
        {stripOf(clock).map((part) => (
          <li
            key={part.id}
            aria-hidden={part.state === "blank" ? true : undefined}
            className={part.state === "done" || part.state === "blank" ? part.state : undefined}
            aria-current={part.state === "now" ? "step" : undefined}
            style={{ "--m": Math.max(0.01, part.spanMin) } as Minutes}
          >
            {part.title}
            {part.state === "now" && clock.paused ? ", paused" : ""}{" "}
            {hideClock || part.state === "blank" ? null : <span>{part.minutes}</span>}
          </li>
        ))}
      </ol>
      {clock.running && !hideClock && here !== undefined ? (
        <>
          <i className="elapsed" style={{ "--from": fromMin, "--now": clock.nowMin } as Minutes} />
          {over > 0 ? (
            <i
              className="over"
              data-say={`${over} over`}
              style={{ "--end": fromMin + here.minutes, "--over": over } as Minutes}
            />
          ) : null}
          <i className="now" style={{ "--now": clock.nowMin } as Minutes} />
        </>
      ) : null}
    </nav>
  )
}
