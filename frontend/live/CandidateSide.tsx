import { Markdown } from "../parts/Markdown"
import { useTools } from "./context"
import { bringToView, type FreshHelp } from "./fresh_help"
import { foldHelp } from "./hints"
import { useEntries } from "./hooks"
import { type Hour, PAD, partsOf, statementOf } from "./hour"
import { RunningLate } from "./RunningLate"
import { clockAt } from "./words"

type CandidateSideProps = { hour: Hour; track: string; fresh: FreshHelp }

/** The problem with what came to it, the outline, and the ground rules. */
export function CandidateSide({ hour, track, fresh }: CandidateSideProps) {
  const { config } = useTools()
  const shown = statementOf(hour, track)
  const [first, ...added] = partsOf(hour, track)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section className="side" aria-label="Problem and ground rules" tabIndex={0} ref={fresh.pane}>
      <FreshLine fresh={fresh} />
      <section className="statement problem-part" id="statement">
        {hour.endedMs !== null ? <Ended /> : null}
        {shown !== null ? (
          <>
            <h2>{shown.title}</h2>
            <Markdown text={withoutTitle(first?.markdown ?? shown.markdown, shown.title)} level={2} />
            {added.map((part) => (
              <div className="came" key={part.atMs} data-came={`revision-${part.atMs}`}>
                <p className="small quiet">Added at {clockAt(hour.openedAt, part.atMs)}</p>
                <Markdown text={part.markdown} level={2} />
              </div>
            ))}
            <Came question={shown.question} openedAt={hour.openedAt} />
          </>
        ) : (
          <Waiting hour={hour} pad={track === PAD} />
        )}
      </section>
      <section className="problem-part">
        <h2>Your hour</h2>
        <ol className="outline">
          {config.segments.map((segment) => (
            <li
              key={segment.id}
              aria-current={hour.begun.at(-1)?.segment === segment.id ? "step" : undefined}
            >
              {segment.title}
              {config.prefs.hideClock ? null : <span className="quiet"> {segment.minutes} min</span>}
            </li>
          ))}
        </ol>
      </section>
      <section className="recorded-part" id="recorded">
        <h2>What is recorded</h2>
        <ul className="dots">
          {config.recorded.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="recorded-part">
        <h2>Allowed</h2>
        <ul className="dots">
          {config.allowed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </section>
  )
}

/** The newest help, told at the top of the pane until it was seen. */
function FreshLine({ fresh: { newest, count, seen, pane } }: { fresh: FreshHelp }) {
  if (newest === null) return null
  return (
    <div className="fresh problem-part">
      <p>
        <b>{newest.says}</b>
        {count > 1 ? ` ${count} are new.` : ""}
      </p>
      <p className="row">
        <button type="button" onClick={() => bringToView(pane.current, newest.key)}>
          Go to it
        </button>
        <button type="button" className="plain" onClick={seen}>
          Seen
        </button>
      </p>
    </div>
  )
}

function Ended() {
  return (
    <>
      <h2>The hour is over. Thank you.</h2>
      <p>Everything here is read only now. You hear what comes next by mail.</p>
    </>
  )
}

function Waiting({ hour, pad }: { hour: Hour; pad: boolean }) {
  if (hour.endedMs !== null) return null
  if (hour.begunMs === null)
    return (
      <>
        <h2>You are in the lobby</h2>
        <p>
          The hour begins when your interviewer starts it. Until then the pad beside this is yours: type,
          choose a language, press Run. Nothing on the pad is judged.
        </p>
        <RunningLate />
      </>
    )
  return (
    <>
      <h2>Hello</h2>
      <p>
        The problem appears here when it begins.
        {pad ? " Until then, try the pad: type, choose a language, press Run. Nothing on it is judged." : ""}
      </p>
    </>
  )
}

/** Hints that were shown, each with who and when. */
function Came({ question, openedAt }: { question: string; openedAt: Date | null }) {
  const { config } = useTools()
  const entries = useEntries("hint")
  const hints = foldHelp(entries, []).filter((hint) => hint.question === question)
  const names = new Map(
    config.members.map((member) => [member.number, member.name.split(" ")[0] ?? member.name]),
  )
  return (
    <>
      {hints.map((hint) => (
        <div className="came" key={hint.atMs} data-came={`hint-${hint.atMs}`}>
          <p className="small quiet">
            {names.get(entries.find((one) => one.atMs === hint.atMs)?.actor ?? 0) ?? "Your interviewer"},{" "}
            {clockAt(openedAt, hint.atMs)}
          </p>
          <p>{hint.text}</p>
        </div>
      ))}
    </>
  )
}

/** A statement often begins with its own title, which the page already shows. */
export function withoutTitle(markdown: string, title: string): string {
  const first = /^\s*#{1,3}\s+(.+?)\s*#*\s*(?:\n|$)/.exec(markdown)
  return first?.[1]?.toLowerCase() === title.toLowerCase() ? markdown.slice(first[0].length) : markdown
}
