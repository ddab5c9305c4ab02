import { useCallback, useMemo, useState, useSyncExternalStore } from "react"
import { clockOf } from "./clock"
import { firstName, type QuestionCard, type Segment } from "./config"
import { useTools } from "./context"
import { foldFacts, useHelp } from "./hints"
import { useAsk, useEntries, useHour, useNowMs, useRuns } from "./hooks"
import { PAD, revisionsShown } from "./hour"
import { type NextCard, nextCard, type StepState } from "./next"
import { foldPresence } from "./presence"

/** Everything the panel's side reads of the hour, in one place, and what it can do about it. */
export function usePanelState() {
  const { config, api, announce } = useTools()
  const hour = useHour()
  const now = useNowMs(1000)
  const segments = config.segments
  const clock = useMemo(
    () => clockOf(hour, segments, config.interview.minutes, now),
    [hour, segments, config.interview.minutes, now],
  )
  const { given, help } = useHelp()
  const runs = useRuns(true)
  const { states, put } = useSteps()
  const [picked, setPicked] = useState<string | null>(null)
  const [waved, setWaved] = useState<ReadonlySet<string>>(new Set())
  const asking = useAsk()

  const lastShown = hour.statements.at(-1)?.question ?? null
  const questionId =
    clock.current?.question ?? lastShown ?? segments.find((s) => s.question !== null)?.question
  const question: QuestionCard | null = config.panel?.questions.find((one) => one.id === questionId) ?? null
  const revisions = useMemo(() => revisionsShown(hour, questionId ?? ""), [hour, questionId])
  const facts = useMemo(() => foldFacts(help, questionId ?? null), [help, questionId])
  const doc = hour.statements.findLast((shown) => shown.question === questionId)?.doc ?? PAD
  const inProblem = clock.current?.question === questionId && questionId !== undefined
  const lastRun = runs.findLast((run) => run.doc === doc && run.finished !== null) ?? null
  const next: NextCard = nextCard({
    hour,
    clock,
    states,
    picked,
    question: inProblem ? question : null,
    lastRun,
    revisions,
    waved,
    segments,
  })

  const { ask } = asking
  const beginPart = useCallback(
    (segment: Segment) => {
      void ask(async () => {
        await api.post("segment", { segment: segment.id })
        if (segment.question !== null && !revisionsShown(hour, segment.question).has(0))
          await api.post("reveal", { question: segment.question, revision: 0 })
        announce(`${segment.title} has begun.`)
      })
    },
    [api, announce, ask, hour],
  )
  const beginHour = useCallback(() => {
    void ask(async () => {
      await api.post("begin", {})
      const first = segments[0]
      if (first !== undefined) await api.post("segment", { segment: first.id })
      announce("The hour has begun.")
    })
  }, [api, announce, ask, segments])
  const step = useCallback(
    (state: StepState) => {
      if (next.state !== "step") return
      put(next.key, state)
      setPicked(null)
      announce(state === "said" ? "Said." : "Put off.")
    },
    [announce, next, put],
  )
  const wave = useCallback((what: string) => setWaved((before) => new Set([...before, what])), [])
  return {
    hour, clock, now, given, facts, question, revisions, runs, next, states, setPicked, step, wave, beginPart,
    beginHour, ...asking, candidate: firstName(config.interview.candidate),
  } // biome-ignore format: a list of names
}
export type PanelState = ReturnType<typeof usePanelState>

/** What was said or put off lies in the member's own private document: it survives a reload and nobody else sees it. */
function useSteps() {
  const { room, config } = useTools()
  const map = useMemo(
    () => room.doc(`notes:${config.you.member}`).getMap<StepState>("steps"),
    [room, config.you.member],
  )
  const subscribe = useCallback(
    (listener: () => void) => {
      map.observe(listener)
      return () => map.unobserve(listener)
    },
    [map],
  )
  const key = useSyncExternalStore(subscribe, () => JSON.stringify([...map.entries()]))
  const states = useMemo(() => new Map(JSON.parse(key) as [string, StepState][]), [key])
  const put = useCallback((name: string, state: StepState) => void map.set(name, state), [map])
  return { states, put }
}

/** Who of the others is here, by the relay's own entries. */
export function usePresence() {
  const { config } = useTools()
  const entries = useEntries("presence")
  return useMemo(() => {
    const { seen: here, late } = foldPresence(entries)
    const others = config.members.filter((member) => member.number !== config.you.member)
    return { others: others.map((member) => ({ member, seen: here.get(member.number) ?? null })), late }
  }, [entries, config])
}
