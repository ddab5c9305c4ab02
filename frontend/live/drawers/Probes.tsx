import { useState } from "react"
import { Markdown } from "../../parts/Markdown"
import { Problem } from "../../parts/Problem"
import type { ProbeState } from "../api"
import type { ProbeCard } from "../config"
import { useTools } from "../context"
import { useAsk } from "../hooks"
import type { Probed } from "../marks"

const STATES: readonly { state: ProbeState; says: string; sign: string; tone: string }[] = [
  { state: "asked", says: "Asked", sign: "?", tone: "info" },
  { state: "supported", says: "Supported", sign: "✓", tone: "good" },
  { state: "unsupported", says: "Not supported", sign: "✗", tone: "warn" },
  { state: "unreached", says: "Not reached", sign: "–", tone: "" },
]

type ProbesProps = { probed: ReadonlyMap<string, Probed>; canWrite: boolean }

/** Claims of the résumé worth testing, each with its question and what became of it. */
export function Probes({ probed, canWrite }: ProbesProps) {
  const { config } = useTools()
  const probes = config.panel?.probes ?? []
  const digest = config.panel?.digest ?? ""
  return (
    <>
      {probes.length === 0 ? (
        <p className="pad quiet">
          No probes for this hour. The preparation page proposes some from the résumé.
        </p>
      ) : (
        <ol className="ladder">
          {probes.map((probe) => (
            <Probe key={probe.id} probe={probe} now={probed.get(probe.id) ?? null} canWrite={canWrite} />
          ))}
        </ol>
      )}
      {digest === "" ? null : (
        <details className="pad">
          <summary>The résumé in short</summary>
          <Markdown text={digest} level={3} />
        </details>
      )}
    </>
  )
}

type ProbeProps = { probe: ProbeCard; now: Probed | null; canWrite: boolean }

function Probe({ probe, now, canWrite }: ProbeProps) {
  const { api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const [note, setNote] = useState(now?.note ?? "")
  const state = STATES.find((one) => one.state === now?.state)
  const set = (to: (typeof STATES)[number]) =>
    void ask(async () => {
      await api.post("probe", { probe: probe.id, state: to.state, note })
      announce(`Kept: ${to.says.toLowerCase()}.`)
    })
  return (
    <li>
      <p className="row">
        <b className="claim">{probe.claim}</b>
        <span className={`badge push ${state?.tone ?? ""}`}>
          {state === undefined ? "open" : `${state.sign} ${state.says.toLowerCase()}`}
        </span>
      </p>
      <p>{probe.ask}</p>
      {probe.passage === "" ? null : <p className="small quiet passage">“{probe.passage}”</p>}
      {canWrite ? (
        <>
          <input
            aria-label={`What was said about: ${probe.claim}`}
            placeholder="What was said"
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="row">
            {STATES.map((one) => (
              <button
                key={one.state}
                type="button"
                disabled={busy}
                aria-pressed={one.state === now?.state}
                onClick={() => set(one)}
              >
                {one.says}
              </button>
            ))}
          </div>
        </>
      ) : now?.note ? (
        <p>{now.note}</p>
      ) : null}
      <Problem text={error} />
    </li>
  )
}
