import { useRef, useState } from "react"
import { Problem } from "../parts/Problem"
import { SavedBadge } from "../parts/SavedBadge"
import { firstName } from "./config"
import { useTools } from "./context"
import { useAsk } from "./hooks"
import { type PanelState, usePresence } from "./panel_state"
import { presenceInWords } from "./presence"
import { clockAt } from "./words"

const REASONS = ["The candidate's line is down", "A break", "Our own trouble"]

/** Who and where, whether it is safe, and the two switches of the hour. */
export function Bar({ panel }: { panel: PanelState }) {
  const { config } = useTools()
  const { hour, clock, candidate } = panel
  const { title, round } = config.interview
  return (
    <header className="bar">
      <a className="home" href="/">
        Otherside
      </a>
      <h1>
        {config.interview.candidate}{" "}
        <span className="quiet">
          {title} · {round}
        </span>
      </h1>
      <span className="push row tight">
        <SavedBadge />
        <WhoIsHere openedAt={hour.openedAt} />
      </span>
      {config.interview.callUrl === "" ? null : (
        <a className="button plain wide" href={config.interview.callUrl} target="_blank" rel="noreferrer">
          Call
        </a>
      )}
      {clock.running ? <HourSwitches paused={clock.paused} candidate={candidate} /> : null}
      {hour.endedMs === null ? null : (
        <span className="badge">ended {clockAt(hour.openedAt, hour.endedMs)}</span>
      )}
    </header>
  )
}

export function WhoIsHere({ openedAt }: { openedAt: Date | null }) {
  const { others } = usePresence()
  return (
    <span className="small quiet here">
      {others.map(({ member, seen }) => {
        const isAway = seen !== null && seen.state !== "here"
        return (
          <span key={member.number} className={isAway ? "warn" : undefined}>
            {presenceInWords(firstName(member.name), seen, openedAt)}
          </span>
        )
      })}
    </span>
  )
}

function HourSwitches({ paused, candidate }: { paused: boolean; candidate: string }) {
  const { api } = useTools()
  const { busy, error, ask } = useAsk()
  const [ending, setEnding] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)
  if (ending)
    return (
      <span className="row asking">
        End the hour for {candidate} and everybody?
        <Problem text={error} />
        <button
          type="button"
          disabled={busy}
          // biome-ignore lint/a11y/noAutofocus: the question has just been asked for
          autoFocus
          onClick={() => void ask(() => api.post("end", {}))}
        >
          End it
        </button>
        <button type="button" className="plain" onClick={() => setEnding(false)}>
          Go on
        </button>
      </span>
    )
  return (
    <span className="row tight">
      <Problem text={error} />
      {paused ? (
        <button type="button" disabled={busy} onClick={() => void ask(() => api.post("resume", {}))}>
          Go on
        </button>
      ) : (
        <details className="menu" ref={menu}>
          <summary className="button">Pause the clock</summary>
          <div>
            {REASONS.map((reason) => (
              <button
                key={reason}
                type="button"
                className="plain"
                disabled={busy}
                onClick={() => {
                  if (menu.current !== null) menu.current.open = false
                  void ask(() => api.post("pause", { reason }))
                }}
              >
                {reason}
              </button>
            ))}
          </div>
        </details>
      )}
      <button type="button" className="plain" onClick={() => setEnding(true)}>
        End
      </button>
    </span>
  )
}
