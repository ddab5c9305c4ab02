import { costOf, outcomeInWords } from "../live/outcome"
import { passed, type Run } from "../live/runs"
import { TestList } from "../live/TestList"

type ReplayRunProps = { run: Run | null; differs: readonly string[] }

/** The run that everybody saw at that moment. */
export function ReplayRun({ run, differs }: ReplayRunProps) {
  if (run === null)
    return (
      <section className="output row" aria-label="Output">
        <span className="quiet">Nothing had run by then.</span>
      </section>
    )
  const told = outcomeInWords(run)
  const tests = run.finished?.tests ?? []
  const printed = `${run.finished?.stdout ?? ""}${run.finished?.stderr ?? ""}`
  return (
    <section className="output" aria-label="Output">
      <div className="row">
        <b>Run {run.number}</b>
        {tests.length === 0 || run.finished?.outcome !== "ok" ? (
          <span className={`badge ${told.tone}`}>{told.word}</span>
        ) : null}
        {tests.length === 0 ? null : (
          <span className={passed(tests) === tests.length ? "badge good" : "badge warn"}>
            {passed(tests) === tests.length ? "✓ " : ""}
            {passed(tests)} of {tests.length} visible
          </span>
        )}
        {run.hidden === null || run.hidden.length === 0 ? null : (
          <span className="badge">
            {passed(run.hidden)} of {run.hidden.length} hidden
          </span>
        )}
        <span className="quiet small">{costOf(run)}</span>
        {differs.length === 0 ? null : (
          <span className="badge warn" title="The files that ran are kept in the log beside the document">
            ! ran with another text than the document: {differs.join(", ")}
          </span>
        )}
      </div>
      {run.finished === null ? null : (
        <details>
          <summary className="small">Tests and output</summary>
          <TestList tests={tests} of="visible" />
          {run.hidden === null ? null : <TestList tests={run.hidden} of="hidden" />}
          {printed === "" ? null : <pre className="printed">{printed}</pre>}
        </details>
      )}
    </section>
  )
}
