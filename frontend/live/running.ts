import { useCallback, useEffect, useMemo, useState } from "react"
import type * as Y from "yjs"
import { languageOf, snapshotOf } from "../editor/files"
import type { RunMode } from "./api"
import { useTools } from "./context"
import { useAsk, useEntries, useRoomStatus } from "./hooks"

export type Running = {
  stdin: string
  setStdin: (text: string) => void
  mode: RunMode
  setMode: (mode: RunMode) => void
  hasTests: boolean
  /** Why it cannot be run now, in a plain word; null when it can. */
  waits: string | null
  /** That the last run from here has not begun, once that has taken a while. */
  queued: string | null
  /** The run last asked for here, while it waits. */
  waiting: string | null
  /** Ends a run for everybody, or takes it out of the queue. */
  stop: (run: string) => void
  busy: boolean
  error: string | null
  run: () => void
}

/** What the Run button and Ctrl-Enter do for one document. */
export function useRunning(doc: Y.Doc, track: string, hasTests: boolean, ended: boolean): Running {
  const { api, config, announce } = useTools()
  const status = useRoomStatus()
  const [stdin, setStdin] = useState("")
  const [wanted, setMode] = useState<RunMode>("visible")
  const { busy, error, ask } = useAsk()
  const mode: RunMode = hasTests ? wanted : "input"
  const waits = ended
    ? "The hour has ended; nothing runs any more."
    : status === "lost"
      ? "Run waits until the line is back."
      : null
  const queue = useQueue()
  const { isWaiting, insist, wait } = queue
  const run = useCallback(() => {
    if (waits === null && isWaiting) {
      insist()
      return announce(STILL_WAITING)
    }
    const language = languageOf(doc)
    const known = config.languages.find((one) => one.id === language)
    void ask(async () => {
      if (waits !== null) return announce(waits)
      if (language === null) return announce("Choose a language first, then run.")
      if (known !== undefined && !known.runs) return announce(doesNotRun(known.name))
      announce(mode === "visible" ? "Running the visible tests." : "Running.")
      const { run } = await api.post("run", { doc: track, language, files: snapshotOf(doc), stdin, mode })
      wait(run)
    })
  }, [api, announce, ask, config.languages, doc, mode, stdin, track, waits, isWaiting, insist, wait])
  const stop = useCallback(
    (run: string) =>
      void ask(async () => {
        await api.post("stop", { run })
        announce("Stopping.")
      }),
    [api, announce, ask],
  )
  const { says: queued, waiting } = queue
  return { stdin, setStdin, mode, setMode, hasTests, waits, queued, waiting, busy, error, run, stop }
}

const STILL_WAITING = "Your last run is still waiting."
const QUEUED = "Waiting for a free runner; it runs by itself when there is one."
const PATIENCE_MS = 5_000

/** The run last asked for here, until the log answers that it began or ended. */
function useQueue() {
  const { announce, config, room } = useTools()
  const entries = useEntries("run")
  const keptAs = `run-asked:${config.interview.id}`
  const [asked, setAsked] = useState(() => sessionStorage.getItem(keptAs))
  const [long, setLong] = useState(false)
  const [insisted, setInsisted] = useState(false)
  // After a reload the log must have come before anything is said to wait.
  const isKnown = useRoomStatus() === "open" && room.entries("outline").length > 0
  const isWaiting = useMemo(
    () => isKnown && asked !== null && !entries.some(({ body }) => (body as { run?: string }).run === asked),
    [isKnown, asked, entries],
  )
  useEffect(() => {
    setLong(false)
    setInsisted(false)
    if (!isWaiting) return
    const timer = setTimeout(() => {
      setLong(true)
      announce(QUEUED)
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, announce])
  const insist = useCallback(() => setInsisted(true), [])
  const wait = useCallback(
    (run: string) => {
      sessionStorage.setItem(keptAs, run)
      setAsked(run)
    },
    [keptAs],
  )
  const says = !isWaiting
    ? null
    : long
      ? `${insisted ? `${STILL_WAITING} ` : ""}${QUEUED}`
      : insisted
        ? STILL_WAITING
        : null
  return { isWaiting, insist, wait, says, waiting: isWaiting ? asked : null }
}

export function doesNotRun(name: string): string {
  return `${name} is not installed here. Choose another, or write without running.`
}
