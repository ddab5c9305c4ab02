import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { useTools } from "./context"
import { useAsk, useEntries } from "./hooks"
import type { LogEntry } from "./room_link"

export type Given = { atMs: number; question: string; step: number | null; text: string; shown: boolean }

/** The help given so far, shown or said aloud, in the order it came. */
export function foldHelp(shown: readonly LogEntry[], help: readonly LogEntry[]): readonly Given[] {
  const take = (entries: readonly LogEntry[], kind: string, isShown: boolean) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => {
        const { question, step, text } = entry.body as Omit<Given, "atMs" | "shown">
        return { atMs: entry.atMs, question, step, text, shown: isShown }
      })
  return [...take(shown, "hint.shown", true), ...take(help, "help.said", false)].sort(
    (a, b) => a.atMs - b.atMs,
  )
}

export function foldFacts(help: readonly LogEntry[], question: string | null): ReadonlySet<string> {
  return new Set(
    help
      .filter((entry) => entry.kind === "fact.given")
      .map((entry) => entry.body as { question: string; fact: string })
      .filter((body) => body.question === question)
      .map((body) => body.fact),
  )
}

export function useHelp(): { given: readonly Given[]; help: readonly LogEntry[] } {
  const shown = useEntries("hint")
  const help = useEntries("help")
  const given = useMemo(() => foldHelp(shown, help), [shown, help])
  return { given, help }
}

export const TAKE_BACK_S = 3

export type Pending = { question: string; step: number | null; text: string; leftS: number }
export type HintSending = {
  pending: Pending | null
  error: string | null
  busy: boolean
  /** Begins the three seconds; nothing has left this browser yet. */
  show: (question: string, step: number | null, text: string) => void
  sendNow: () => void
  takeBack: () => boolean
  said: (question: string, step: number | null, text: string) => Promise<boolean>
}

/** Showing a hint: three seconds in which it can be taken back, then it is sent. */
export function useHintSending(candidate: string): HintSending {
  const { api, announce } = useTools()
  const { busy, error, ask, clear } = useAsk()
  const [pending, setPending] = useState<Pending | null>(null)
  const waiting = useRef<Pending | null>(null)
  waiting.current = pending
  const send = useCallback(
    (hint: Pending, said: boolean) => {
      const { question, step, text } = hint
      return ask(() => api.post("hint", { question, step, said, text }))
    },
    [api, ask],
  )
  const sendNow = useCallback(() => {
    const hint = waiting.current
    if (hint === null) return
    setPending(null)
    void send(hint, false).then((sent) => {
      if (sent) announce(`${candidate} sees the hint now.`)
    })
  }, [announce, candidate, send])
  useEffect(() => {
    if (pending === null) return
    const timer = setTimeout(() => {
      if (pending.leftS <= 1) sendNow()
      else setPending({ ...pending, leftS: pending.leftS - 1 })
    }, 1000)
    return () => clearTimeout(timer)
  }, [pending, sendNow])
  const show = useCallback(
    (question: string, step: number | null, text: string) => {
      clear()
      setPending({ question, step, text, leftS: TAKE_BACK_S })
      announce(`${candidate} sees this in ${TAKE_BACK_S} seconds. Control comma Z takes it back.`)
    },
    [announce, candidate, clear],
  )
  const takeBack = useCallback(() => {
    if (waiting.current === null) return false
    setPending(null)
    announce("Taken back. Nothing was sent.")
    return true
  }, [announce])
  const said = useCallback(
    (question: string, step: number | null, text: string) => send({ question, step, text, leftS: 0 }, true),
    [send],
  )
  return { pending, error, busy, show, sendNow, takeBack, said }
}
