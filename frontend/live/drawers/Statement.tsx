import { useState } from "react"
import { Markdown } from "../../parts/Markdown"
import { Problem } from "../../parts/Problem"
import type { QuestionCard } from "../config"
import { useTools } from "../context"
import { useAsk } from "../hooks"
import { revisionsShown } from "../hour"
import type { PanelState } from "../panel_state"
import { clockAt } from "../words"

/** What the candidate reads, and what they could read next: each previewed here before it is shown. */
export function Statement({ panel }: { panel: PanelState }) {
  const { config } = useTools()
  const questions = config.panel?.questions ?? []
  const [pickedId, setPicked] = useState<string | null>(null)
  const question = questions.find((one) => one.id === (pickedId ?? panel.question?.id)) ?? questions[0]
  if (question === undefined)
    return <p className="pad quiet">No problem is planned for this hour. The plan's page adds one.</p>
  return (
    <div className="statement-drawer">
      {questions.length > 1 ? (
        <p className="pad">
          <select
            aria-label="Problem"
            value={question.id}
            onChange={(event) => setPicked(event.target.value)}
          >
            {questions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}, {one.minutes} min
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <Revisions panel={panel} question={question} />
      {question.guide === "" ? null : (
        <details className="pad guide">
          <summary>Your guide to it</summary>
          <Markdown text={question.guide} level={2} />
        </details>
      )}
    </div>
  )
}

type Revision = { revision: number; title: string; markdown: string; says: string }

function revisionsOf(question: QuestionCard): readonly Revision[] {
  const harder = question.escalations.map(({ title, markdown }, index) => ({
    revision: index + 1,
    title,
    markdown,
    says: "Harder",
  }))
  const first = { revision: 0, title: question.title, markdown: question.markdown, says: "The problem" }
  const easier =
    question.easing === null
      ? []
      : [{ revision: -1, title: question.easing.title, markdown: question.easing.markdown, says: "Easier" }]
  return [first, ...harder, ...easier]
}

function Revisions({ panel, question }: { panel: PanelState; question: QuestionCard }) {
  const { api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const shown = revisionsShown(panel.hour, question.id)
  const reveal = (revision: Revision) =>
    void ask(async () => {
      await api.post("reveal", { question: question.id, revision: revision.revision })
      announce(`${panel.candidate} sees “${revision.title}” now.`)
    })
  return (
    <ol className="ladder">
      {revisionsOf(question).map((one) => {
        const at = panel.hour.statements.find(
          (s) => s.question === question.id && s.revision === one.revision,
        )?.atMs
        const may = panel.clock.running && mayShow(one.revision, shown)
        return (
          <li key={one.revision} className={at === undefined ? "open" : "given"}>
            <p className="small row">
              <b>{one.says}</b> <span className="quiet">{one.title}</span>
              {at === undefined ? null : (
                <span className="badge push">Shown {clockAt(panel.hour.openedAt, at)}</span>
              )}
            </p>
            <details open={one.revision === 0 && at === undefined}>
              <summary>
                {at === undefined ? `What ${panel.candidate} would see` : `What ${panel.candidate} sees`}
              </summary>
              <Markdown text={one.markdown} level={2} />
            </details>
            {at === undefined ? (
              <p className="row">
                <button type="button" disabled={!may || busy} onClick={() => reveal(one)}>
                  Show to {panel.candidate}
                </button>
              </p>
            ) : null}
          </li>
        )
      })}
      <li>
        <Problem text={error} />
        <p className="small quiet">
          {panel.clock.running
            ? "Each harder version adds to the one before. What was shown cannot be taken back."
            : panel.hour.endedMs === null
              ? "Nothing is shown before the hour begins."
              : "The hour has ended; nothing more is shown."}
        </p>
      </li>
    </ol>
  )
}

/** The problem first, then easing or escalations one after the other. */
function mayShow(revision: number, shown: ReadonlySet<number>): boolean {
  if (shown.has(revision)) return false
  if (revision === 0) return true
  return shown.has(0) && (revision <= 1 || shown.has(revision - 1))
}
