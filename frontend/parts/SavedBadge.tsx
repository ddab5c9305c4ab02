import { useEffect, useRef, useState } from "react"
import { useSaved } from "../live/hooks"
import type { Saved } from "../live/saved"
import { clockWithSeconds, count, spanInWords } from "../live/words"

const BACK_MS = 6_000

/** Whether it is safe: a sign and a word, and spoken only when that changes for longer than a moment. */
export function SavedBadge() {
  const saved = useSaved()
  const back = useBack(saved)
  const { tone, text, long } = back ?? inWords(saved)
  const spoken = saved.state === "saving" ? "" : long
  return (
    <>
      <span className={`badge ${tone}`} title={long} data-saved={saved.state}>
        {text}
      </span>
      <span className="unseen" role="status">
        {spoken}
      </span>
    </>
  )
}

type Words = { tone: string; text: string; long: string }

function inWords(saved: Saved): Words {
  switch (saved.state) {
    case "saved":
      return { tone: "good", text: "✓ Saved", long: "Saved" }
    case "saving":
      return { tone: "", text: "… Saving", long: "Saving" }
    case "connecting":
      return { tone: "", text: "… Connecting", long: "Connecting to the room" }
    case "ended":
      return {
        tone: "",
        text: "Read only, the hour has ended",
        long: "The hour has ended; the room is read only",
      }
    case "slow": {
      const text = `! Not saved for ${spanInWords(saved.forMs)}, still trying`
      return { tone: "warn", text, long: text }
    }
    case "lost": {
      const since = saved.since === null ? "" : ` since ${clockWithSeconds(saved.since)}`
      const long = `Not saved${since}. Go on typing; it is kept here and merged later.`
      return { tone: "bad", text: `! ${long}`, long }
    }
    case "refused":
      return { tone: "bad", text: "! Not let in", long: "The room did not let this page in. Reload it." }
  }
}

/** For some seconds after a lost line is back: what was merged. */
function useBack(saved: Saved): Words | null {
  const waiting = useRef<number | null>(null)
  const [back, setBack] = useState<Words | null>(null)
  const state = saved.state
  const left = saved.state === "lost" ? saved.waiting : null
  useEffect(() => {
    if (left !== null) waiting.current = left
  }, [left])
  useEffect(() => {
    if (state !== "saved" || waiting.current === null) return
    const text = waiting.current === 0 ? "Back" : `Back. ${count(waiting.current, "change")} merged`
    waiting.current = null
    setBack({ tone: "info", text, long: text })
    const timer = setTimeout(() => setBack(null), BACK_MS)
    return () => clearTimeout(timer)
  }, [state])
  return state === "saved" ? back : null
}
