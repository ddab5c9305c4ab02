import { useEffect, useState } from "react"
import { firstName } from "./config"
import { useTools } from "./context"
import { costOf, outcomeInWords } from "./outcome"
import { passed, type Run } from "./runs"
import { clockAt, duration } from "./words"

export function RunHead({ run, openedAt }: { run: Run; openedAt: Date | null }) {
  const { config } = useTools()
  const told = outcomeInWords(run)
  const by = config.members.find((member) => member.number === run.by)
  const who =
    by === undefined ? "" : by.number === config.you.member ? "by you " : `by ${firstName(by.name)} `
  return (
    <>
      <h2>Run {run.number}</h2>
      {run.finished === null ? <Going run={run} /> : null}
      {run.finished !== null && !(run.finished.outcome === "ok" && run.finished.tests.length > 0) ? (
        <span className={`badge ${told.tone}`}>{told.word}</span>
      ) : null}
      <span className="small quiet">
        {who}at {clockAt(openedAt, run.atMs)}
        {run.finished === null ? "" : `, ${costOf(run)}`}
      </span>
    </>
  )
}

/** Past the limit of one program: several tests may still be at it, or the runner was lost. */
const LONG_MS = 15_000

function Going({ run }: { run: Run }) {
  const { room } = useTools()
  const [now, setNow] = useState(() => room.serverNowMs())
  useEffect(() => {
    const timer = setInterval(() => setNow(room.serverNowMs()), 100)
    return () => clearInterval(timer)
  }, [room])
  const ms = Math.max(0, now - run.atMs)
  return (
    <span className="badge info" title="A run whose runner was lost begins again by itself.">
      {ms > LONG_MS ? "… no result yet" : "… running"}, {duration(ms)}
    </span>
  )
}

export function TestBadges({ run, isPanel }: { run: Run; isPanel: boolean }) {
  const visible = run.finished?.tests ?? []
  const hidden = isPanel ? run.hidden : null
  return (
    <span className="row push">
      {visible.length === 0 ? null : (
        <span className={passed(visible) === visible.length ? "badge good" : "badge warn"}>
          {passed(visible) === visible.length ? "✓ " : ""}
          {passed(visible)} of {visible.length} {isPanel ? "visible" : "tests pass"}
        </span>
      )}
      {hidden === null || hidden.length === 0 ? null : (
        <span className="badge" title="Only the panel sees hidden tests">
          {passed(hidden)} of {hidden.length} hidden, yours only
        </span>
      )}
    </span>
  )
}
