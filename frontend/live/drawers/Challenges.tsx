import { Problem } from "../../parts/Problem"
import { useTools } from "../context"
import { useAsk } from "../hooks"
import type { Mark } from "../marks"
import type { PanelState } from "../panel_state"

/** Questions by level to challenge a choice with; an answered one is kept as a moment. */
export function Challenges({ panel, marks }: { panel: PanelState; marks: readonly Mark[] }) {
  const { api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const { question, candidate, clock } = panel
  if (question === null || question.questions.length === 0)
    return <p className="pad quiet">This part of the hour has no prepared questions.</p>
  const answered = new Set(marks.filter((mark) => mark.kind === "answered").map((mark) => mark.text))
  const levels = [...new Set(question.questions.map((one) => one.level))]
  return (
    <>
      <Problem text={error} />
      {levels.map((level) => (
        <section key={level} aria-label={`For ${level}`}>
          <h3 className="pad level">{level}</h3>
          <ol className="ladder">
            {question.questions
              .filter((one) => one.level === level)
              .map((one) => (
                <li key={one.ask}>
                  <p className="text">{one.ask}</p>
                  {one.listenFor === "" ? null : <p className="small quiet">Listen for: {one.listenFor}</p>}
                  {answered.has(one.ask) ? (
                    <p>
                      <span className="badge good">✓ answered</span>
                    </p>
                  ) : (
                    <p>
                      <button
                        type="button"
                        disabled={busy || !clock.running}
                        onClick={() =>
                          void ask(async () => {
                            await api.post("mark", { kind: "answered", text: one.ask, backMs: 0 })
                            announce("Kept as answered.")
                          })
                        }
                      >
                        {candidate} answered
                      </button>
                    </p>
                  )}
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  )
}
