import { SavedBadge } from "../parts/SavedBadge"
import { firstName } from "./config"
import { useTools } from "./context"

type CandidateBarProps = { words: string | null; ended: boolean }

export function CandidateBar({ words, ended }: CandidateBarProps) {
  const { config } = useTools()
  const panel = config.members.filter((member) => member.side === "panel")
  return (
    <header className="bar">
      <span className="home">Otherside</span>
      <h1>
        {panel.length === 0 ? "Your interview" : `With ${joined(panel.map((member) => member.name))}`}{" "}
        <span className="quiet">{config.interview.title}</span>
      </h1>
      <span className="push row tight">
        {words === null ? null : <span className="clock">{words}</span>}
        {ended ? <span className="badge">Ended, read only</span> : null}
        <SavedBadge />
      </span>
      {ended ? null : <Trouble />}
    </header>
  )
}

/** What to do when something fails; nothing here is counted against anybody. */
function Trouble() {
  const { config } = useTools()
  const panel = config.members.filter((member) => member.side === "panel").map(({ name }) => firstName(name))
  const who = panel[0] ?? "your interviewer"
  return (
    <details className="menu trouble">
      <summary className="button">
        <span className="long">Something is not working</span>
        <span className="short">Trouble?</span>
      </summary>
      <div>
        <p>
          Tell {who}: in the call, or as a comment in the code. {who} can stop the clock, and none of that
          time counts.
        </p>
        <p>You can reload this page at any time. What the badge calls saved is there again.</p>
        {config.interview.callUrl === "" ? null : (
          <p>
            <a href={config.interview.callUrl} target="_blank" rel="noreferrer">
              Open the call again
            </a>
          </p>
        )}
      </div>
    </details>
  )
}

export function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}
