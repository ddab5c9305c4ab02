import { type ReactNode, useState } from "react"
import { Markdown } from "../parts/Markdown"
import { Problem } from "../parts/Problem"
import { useTools } from "./context"
import { useAsk } from "./hooks"
import { likelyFact } from "./next"
import type { PanelState } from "./panel_state"
import { clockAt } from "./words"

/** What the candidate is likely to ask, with its answer; in their own minutes, the opening's facts. */
export function Likely({ panel }: { panel: PanelState }) {
  const { config, api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const [turn, setTurn] = useState(0)
  const { question, facts, clock, next, candidate } = panel
  if (next.state === "paused") return <Paused panel={panel} />
  if (clock.current?.kind === "candidate-asks")
    return (
      <Box facts>
        <h2>At hand for {candidate}'s questions</h2>
        {config.panel?.facts ? (
          <Markdown text={config.panel.facts} level={3} />
        ) : (
          <p>The opening has no facts yet.</p>
        )}
      </Box>
    )
  if (panel.hour.endedMs !== null) return <Quiet panel={panel} />
  if (question === null || (clock.running && clock.current?.question == null)) return <Quiet panel={panel} />
  const fact = likelyFact(question, facts, turn)
  if (fact === null)
    return (
      <Box>
        <h2>{candidate} may ask</h2>
        <p>
          {question.facts.length === 0
            ? "This problem withholds nothing."
            : `All ${question.facts.length} facts were asked for.`}
        </p>
      </Box>
    )
  const open = question.facts.length - facts.size
  return (
    <Box>
      <h2>{candidate} may ask</h2>
      <p className="ask">{fact.ask}</p>
      <p>{fact.answer}</p>
      <Problem text={error} />
      <p className="row">
        <button
          type="button"
          disabled={busy || !clock.running}
          onClick={() =>
            void ask(async () => {
              await api.post("fact", { question: question.id, fact: fact.id })
              announce("Kept as asked and answered.")
            })
          }
        >
          Asked, answered
        </button>
        {open > 1 ? (
          <button type="button" className="plain" onClick={() => setTurn(turn + 1)}>
            Another
          </button>
        ) : null}
        <span className="small quiet">
          {facts.size} of {question.facts.length} asked for
        </span>
      </p>
    </Box>
  )
}

function Paused({ panel }: { panel: PanelState }) {
  const { following } = panel.clock
  return (
    <Box>
      <h2>What the plan does</h2>
      <p>
        Parts keep their minutes while the clock stands
        {following === null
          ? "."
          : `; what is lost comes off what is still ahead, from ${following.title} on.`}
      </p>
    </Box>
  )
}

function Quiet({ panel }: { panel: PanelState }) {
  const { clock, hour, candidate } = panel
  const { following } = clock
  if (hour.endedMs !== null)
    return (
      <Box>
        <h2>The hour ended at {clockAt(hour.openedAt, hour.endedMs)}</h2>
        <p>The replay holds all of it, with the log's proof.</p>
      </Box>
    )
  return (
    <Box>
      <h2>After this</h2>
      {following === null ? (
        <p>The last part of the plan.</p>
      ) : (
        <>
          <p className="ask">{following.title}</p>
          <p>
            {following.minutes} min
            {following.question === null ? "." : `; ${candidate} sees its statement when you begin it.`}
          </p>
        </>
      )}
    </Box>
  )
}

/** Long answers scroll in the card's corner, so the keyboard can reach it. */
function Box({ facts = false, children }: { facts?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section className={facts ? "likely facts-at-hand" : "likely"} aria-label="At hand" tabIndex={0}>
      {children}
    </section>
  )
}
