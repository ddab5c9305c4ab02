import { Markdown } from "../../parts/Markdown"
import { useTools } from "../context"

/** The way to one's own scorecard, and the opening's facts. */
export function Card({ marks, candidate }: { marks: number; candidate: string }) {
  const { config } = useTools()
  const facts = config.panel?.facts ?? ""
  return (
    <div className="pad stack">
      <p>
        Your {marks === 1 ? "mark" : `${marks} marks`}, the hints and the runs lie beside the ratings. Others'
        cards stay hidden until yours is in.
      </p>
      <p>
        <a className="button" href={config.panel?.cardUrl ?? "/"} target="_blank" rel="noreferrer">
          Open your card in a new tab
        </a>
      </p>
      {facts === "" ? null : (
        <section className="opening-facts" aria-label="Facts of the opening">
          <h3>For {candidate}'s questions</h3>
          <Markdown text={facts} level={4} />
        </section>
      )}
    </div>
  )
}
