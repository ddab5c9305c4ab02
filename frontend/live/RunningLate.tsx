import { useState } from "react"
import { Problem } from "../parts/Problem"
import { useTools } from "./context"
import { useAsk } from "./hooks"

const MINUTES = [5, 10, 15, 20, 30]

/** From the lobby: that one needs some minutes more. It is passed on at once and asks for no proof. */
export function RunningLate() {
  const { api, announce } = useTools()
  const { busy, error, ask } = useAsk()
  const [minutes, setMinutes] = useState(5)
  const [reason, setReason] = useState("")
  const [told, setTold] = useState<number | null>(null)
  const tell = () =>
    void ask(async () => {
      await api.post("late", { minutes, reason: reason.trim() })
      setTold(minutes)
      announce("Passed on.")
    })
  return (
    <details className="late">
      <summary className="button">I need some more minutes</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          tell()
        }}
      >
        <label className="row">
          About
          <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
            {MINUTES.map((one) => (
              <option key={one} value={one}>
                {one} minutes
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="small quiet">Reason, if you like</span>
          <input value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Problem text={error} />
        <p className="row">
          <button type="submit" disabled={busy}>
            Tell them
          </button>
          {told === null ? null : <span role="status">Passed on: {told} minutes. They know.</span>}
        </p>
      </form>
    </details>
  )
}
