import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { firstName } from "./config"
import { useTools } from "./context"
import { useEntries } from "./hooks"
import { type Hour, partsOf, statementOf } from "./hour"

/** Something that came to the statement in view: a hint, or another revision of the problem. */
export type Came = { key: string; atMs: number; says: string }
export type FreshHelp = {
  newest: Came | null
  count: number
  seen: () => void
  pane: RefObject<HTMLElement>
}

/** What came since the candidate last said that they saw it; kept over a reload. */
export function useFreshHelp(hour: Hour, track: string, page: string): FreshHelp {
  const { config, announce } = useTools()
  const pane = useRef<HTMLElement>(null)
  const keptAs = `help-seen:${config.interview.id}:${track}`
  const [seenMs, setSeenMs] = useState<Record<string, number>>({})
  const upTo = seenMs[keptAs] ?? Number(sessionStorage.getItem(keptAs) ?? -1)
  const came = useCame(hour, track)
  const fresh = came.filter(({ atMs }) => atMs > upTo)
  const newest = fresh.at(-1) ?? null
  const newestMs = newest?.atMs ?? null
  const seen = useCallback(() => {
    if (newestMs === null) return
    sessionStorage.setItem(keptAs, String(newestMs))
    setSeenMs((before) => ({ ...before, [keptAs]: newestMs }))
  }, [keptAs, newestMs])
  const question = statementOf(hour, track)?.question ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another statement is read from its beginning
  useLayoutEffect(() => {
    if (pane.current !== null) pane.current.scrollTop = 0
  }, [track, question])
  const key = newest?.key ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the pane is there from its own page on
  useEffect(() => {
    if (key !== null) bringToView(pane.current, key)
  }, [key, page])
  const says = newest?.says ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: two hints in a row are told twice
  useEffect(() => {
    if (says !== null) announce(`${says} It is in the problem.`)
  }, [says, key, announce])
  return { newest, count: fresh.length, seen, pane }
}

function useCame(hour: Hour, track: string): readonly Came[] {
  const { config } = useTools()
  const hints = useEntries("hint")
  return useMemo(() => {
    const question = statementOf(hour, track)?.question
    const who = (actor: number) => {
      const member = config.members.find((one) => one.number === actor)
      return member === undefined ? "Your interviewer" : firstName(member.name)
    }
    const shown = hints
      .filter(
        ({ kind, body }) => kind === "hint.shown" && (body as { question: string }).question === question,
      )
      .map(({ atMs, actor }) => ({ key: `hint-${atMs}`, atMs, says: `A hint from ${who(actor)}.` }))
    const revised = partsOf(hour, track)
      .slice(1)
      .map(({ atMs, title }) => ({ key: `revision-${atMs}`, atMs, says: `New in the problem: ${title}.` }))
    return [...shown, ...revised].sort((a, b) => a.atMs - b.atMs)
  }, [config.members, hints, hour, track])
}

/** Scrolls the pane alone, never the page. */
export function bringToView(pane: HTMLElement | null, key: string): void {
  const target = pane?.querySelector(`[data-came="${key}"]`)
  if (pane === null || target == null) return
  const pinned = pane.querySelector(".fresh")?.getBoundingClientRect().height ?? 0
  pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pinned - 12
}
