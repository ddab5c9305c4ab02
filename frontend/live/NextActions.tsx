import { useRef } from "react"
import { useTools } from "./context"
import { stepsLeft } from "./next"
import type { PanelState } from "./panel_state"

type NextActionsProps = { panel: PanelState; onOpenStatement: () => void }

/** One button that is next, and the few beside it. */
export function NextActions({ panel, onOpenStatement }: NextActionsProps) {
  const { api, config } = useTools()
  const { next, busy, ask } = panel
  switch (next.state) {
    case "lobby":
      return (
        <div className="row">
          <button type="button" className="go" disabled={busy} onClick={panel.beginHour}>
            Begin the hour
          </button>
          <span className="small quiet">Starts the clock for both of you.</span>
        </div>
      )
    case "ended":
      return (
        <div className="row">
          <a className="button go" href={config.panel?.cardUrl ?? "/"}>
            Write the card
          </a>
        </div>
      )
    case "paused":
      return (
        <div className="row">
          <button
            type="button"
            className="go"
            disabled={busy}
            onClick={() => void ask(() => api.post("resume", {}))}
          >
            Go on
          </button>
        </div>
      )
    case "begin-first":
      return (
        <div className="row">
          <BeginButton panel={panel} segment={next.segment} go />
        </div>
      )
    case "last-part":
      return (
        <div className="row">
          <BeginButton panel={panel} segment={next.following} go />
          <button type="button" onClick={() => panel.wave("last-part")}>
            A little longer
          </button>
        </div>
      )
    case "early":
      return (
        <div className="row">
          <button type="button" className="go" onClick={onOpenStatement}>
            Show the harder version…
          </button>
          <button type="button" onClick={() => panel.wave(`early:${next.question.id}`)}>
            Not now
          </button>
          {panel.clock.following === null ? null : (
            <BeginButton panel={panel} segment={panel.clock.following} />
          )}
        </div>
      )
    case "step":
      return <StepActions panel={panel} />
    case "move-on":
      return (
        <div className="row">
          {next.following === null ? null : <BeginButton panel={panel} segment={next.following} go />}
        </div>
      )
  }
}

function StepActions({ panel }: { panel: PanelState }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const current = panel.clock.current
  const others =
    current === null
      ? []
      : stepsLeft(current, panel.states).filter(
          ({ key }) => panel.next.state === "step" && key !== panel.next.key,
        )
  return (
    <div className="row">
      <button type="button" className="go" onClick={() => panel.step("said")}>
        Said it <kbd>Ctrl , D</kbd>
      </button>
      <button type="button" disabled={others.length === 0} onClick={() => panel.step("later")}>
        Later
      </button>
      {others.length === 0 ? null : (
        <details className="menu" ref={menu} key={current?.id}>
          <summary className="button plain">Something else…</summary>
          <div>
            {others.map(({ step, key }) => (
              <button
                key={key}
                type="button"
                className="plain"
                onClick={() => {
                  if (menu.current !== null) menu.current.open = false
                  panel.setPicked(key)
                }}
              >
                {step.title}
                {panel.states.get(key) === "later" ? ", put off" : ""}
              </button>
            ))}
          </div>
        </details>
      )}
      {panel.clock.following === null ? null : (
        <BeginButton panel={panel} segment={panel.clock.following} plain />
      )}
    </div>
  )
}

type BeginButtonProps = {
  panel: PanelState
  segment: PanelState["clock"]["current"]
  go?: boolean
  plain?: boolean
}

function BeginButton({ panel, segment, go = false, plain = false }: BeginButtonProps) {
  if (segment === null) return null
  const shows = segment.question !== null
  return (
    <button
      type="button"
      className={go ? "go" : plain ? "plain next-part" : undefined}
      disabled={panel.busy}
      title={shows ? `${panel.candidate} sees the statement at once` : undefined}
      onClick={() => panel.beginPart(segment)}
    >
      {shows ? `Begin and show ${segment.title}` : `Begin ${segment.title}`}
    </button>
  )
}
