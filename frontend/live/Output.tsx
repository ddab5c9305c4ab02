import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { Problem } from "../parts/Problem"
import { firstName } from "./config"
import { useTools } from "./context"
import { outcomeInWords } from "./outcome"
import { RunHead, TestBadges } from "./RunHead"
import type { Running } from "./running"
import type { Run } from "./runs"
import { TestList } from "./TestList"

type OutputProps = {
  runs: readonly Run[]
  running: Running
  openedAt: Date | null
  isPanel: boolean
  languageRuns: string | null
  canRun: boolean
}

/** What ran last, or the one looked back at, with its output, tests and outcome; and the input to run with. */
export function Output({ runs, running, openedAt, isPanel, languageRuns, canRun }: OutputProps) {
  const [pickedId, setPicked] = useState<string | null>(null)
  const latest = runs.at(-1)
  const latestId = latest?.id
  useEffect(() => {
    if (latestId !== undefined) setPicked(null) // a new run is what everybody looks at
  }, [latestId])
  const run = runs.find((one) => one.id === pickedId) ?? latest ?? null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section className="output" id="output" aria-label="Output" tabIndex={0}>
      <header className="row">
        {run === null ? <h2>Output</h2> : <RunHead run={run} openedAt={openedAt} />}
        {run !== null && run.finished === null && canRun ? (
          <button type="button" className="stop" disabled={running.busy} onClick={() => running.stop(run.id)}>
            Stop
          </button>
        ) : null}
        {runs.length > 1 ? (
          <select
            className="small"
            aria-label="Earlier runs"
            value={run?.id ?? ""}
            onChange={(event) => setPicked(event.target.value)}
          >
            {runs.toReversed().map((one) => (
              <option key={one.id} value={one.id}>
                {one === latest ? "Latest" : `Run ${one.number}`}
              </option>
            ))}
          </select>
        ) : null}
        {run === null ? null : <TestBadges run={run} isPanel={isPanel} />}
        {canRun ? <RunWith running={running} /> : null}
      </header>
      <Problem text={running.error} />
      {running.waits === null || !canRun ? null : <p className="small warn">{running.waits}</p>}
      {canRun ? <Queued running={running} /> : null}
      {languageRuns === null ? null : <p className="small warn">{languageRuns}</p>}
      {running.mode === "input" && canRun ? (
        <label className="stdin small">
          <span className="quiet">Own input (stdin)</span>
          <textarea
            rows={1}
            value={running.stdin}
            spellCheck={false}
            placeholder="Nothing: the program reads an empty input"
            onChange={(event) => running.setStdin(event.target.value)}
          />
        </label>
      ) : null}
      {run === null ? <Empty hasTests={running.hasTests} /> : <RunBody run={run} isPanel={isPanel} />}
      <Spoken run={latest ?? null} isPanel={isPanel} />
    </section>
  )
}

function Queued({ running: { queued, waiting, waits, busy, stop } }: { running: Running }) {
  if (queued === null || waiting === null || waits !== null) return null
  return (
    <p className="small warn row">
      {queued}
      <button type="button" className="stop" disabled={busy} onClick={() => stop(waiting)}>
        Do not run it
      </button>
    </p>
  )
}

function Empty({ hasTests }: { hasTests: boolean }) {
  return (
    <p className="quiet">
      Nothing has run yet.{" "}
      {hasTests ? "The visible tests are ready." : "Output appears here while it is printed."}
    </p>
  )
}

/** With tests: by the visible tests or by one's own input. */
function RunWith({ running }: { running: Running }) {
  if (!running.hasTests) return null
  return (
    <select
      className="small"
      aria-label="Run with"
      value={running.mode}
      onChange={(event) => running.setMode(event.target.value === "input" ? "input" : "visible")}
    >
      <option value="visible">Run the visible tests</option>
      <option value="input">Run with own input</option>
    </select>
  )
}

function RunBody({ run, isPanel }: { run: Run; isPanel: boolean }) {
  const { streams } = useTools()
  const live = useSyncExternalStore(streams.subscribe, () => streams.of(run.id))
  const end = useRef<HTMLSpanElement>(null)
  const done = run.finished
  const size = live.reduce((sum, chunk) => sum + chunk.text.length, 0)
  const going = done === null
  useEffect(() => {
    const pane = end.current?.closest(".output")
    if (pane == null) return
    // While it prints, the newest line; once it has ended, what came of it.
    pane.scrollTop = going && size > 0 ? pane.scrollHeight : 0
  }, [size, going])
  const { sentence } = outcomeInWords(run)
  const out = done === null ? null : done.stdout
  const err = done === null ? null : done.stderr
  return (
    <>
      {sentence === null ? null : <p className="small outcome">{sentence}</p>}
      {done === null ? null : <TestList tests={done.tests} of="visible" />}
      {isPanel && run.hidden !== null && run.hidden.length > 0 ? (
        <details className="hidden-tests">
          <summary className="small">Hidden tests, yours only</summary>
          <TestList tests={run.hidden} of="hidden" />
        </details>
      ) : null}
      <pre className="printed">
        {done === null
          ? live.map((chunk, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: chunks are only ever added at the end
              <span key={i} className={chunk.stream === "stderr" ? "bad" : undefined}>
                {chunk.text}
              </span>
            ))
          : null}
        {out}
        {err === null || err === "" ? null : <span className="bad">{err}</span>}
        <span ref={end} />
      </pre>
    </>
  )
}

/** One sentence for a screen reader when a run ends; the output itself is not read aloud. */
function Spoken({ run, isPanel }: { run: Run | null; isPanel: boolean }) {
  const { config } = useTools()
  if (run?.finished == null) return null
  const by = config.members.find((member) => member.number === run.by)
  const { tests } = run.finished
  const passed = tests.filter((test) => test.passed).length
  const told = tests.length > 0 ? `${passed} of ${tests.length} visible tests pass` : outcomeInWords(run).word
  return (
    <span className="unseen" role="status">
      Run {run.number}
      {isPanel && by !== undefined ? ` by ${firstName(by.name)}` : ""}: {told}.
    </span>
  )
}
