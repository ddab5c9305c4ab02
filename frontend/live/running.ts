import { useCallback, useState } from "react"
import type * as Y from "yjs"
import { languageOf, snapshotOf } from "../editor/files"
import type { RunMode } from "./api"
import { useTools } from "./context"
import { useAsk, useRoomStatus } from "./hooks"

export type Running = {
  stdin: string
  setStdin: (text: string) => void
  mode: RunMode
  setMode: (mode: RunMode) => void
  hasTests: boolean
  /** Why it cannot be run now, in a plain word; null when it can. */
  waits: string | null
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
  const run = useCallback(() => {
    const language = languageOf(doc)
    const known = config.languages.find((one) => one.id === language)
    void ask(async () => {
      if (waits !== null) return announce(waits)
      if (language === null) return announce("Choose a language first, then run.")
      if (known !== undefined && !known.runs) return announce(doesNotRun(known.name))
      announce(mode === "visible" ? "Running the visible tests." : "Running.")
      await api.post("run", { doc: track, language, files: snapshotOf(doc), stdin, mode })
    })
  }, [api, announce, ask, config.languages, doc, mode, stdin, track, waits])
  return { stdin, setStdin, mode, setMode, hasTests, waits, busy, error, run }
}

export function doesNotRun(name: string): string {
  return `${name} is not installed here. Choose another, or write without running.`
}
