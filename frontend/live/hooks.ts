import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react"
import type * as Y from "yjs"
import { filesMap, languageOf, metaMap, pathsOf } from "../editor/files"
import { ApiError } from "./api"
import { useTools } from "./context"
import { foldHour, type Hour } from "./hour"
import type { LogEntry } from "./room_link"
import { foldRuns, type Run } from "./runs"
import { GRACE_MS, type Saved, SLOW_MS, savedOf } from "./saved"

/** The entries of a track, drawn anew only when there are others. */
export function useEntries(track: string): readonly LogEntry[] {
  const { room } = useTools()
  const subscribe = useCallback((listener: () => void) => room.subscribe(listener), [room])
  return useSyncExternalStore(subscribe, () => room.entries(track))
}

export function useHour(): Hour {
  const entries = useEntries("outline")
  return useMemo(() => foldHour(entries), [entries])
}

export function useRuns(isPanel: boolean): readonly Run[] {
  const run = useEntries("run")
  const judge = useEntries(isPanel ? "judge" : "run")
  return useMemo(() => foldRuns(run, isPanel ? judge : []), [run, judge, isPanel])
}

export function useRoomStatus() {
  const { room } = useTools()
  const subscribe = useCallback((listener: () => void) => room.subscribe(listener), [room])
  return useSyncExternalStore(subscribe, () => room.status)
}

/** Whether this member may write the track, as the relay last said; a lost line does not take it away. */
export function useCanWrite(track: string): boolean {
  const { room } = useTools()
  const subscribe = useCallback((listener: () => void) => room.subscribe(listener), [room])
  return useSyncExternalStore(subscribe, () => room.canWrite(track))
}

/** The log's clock, read again every `everyMs`. */
export function useNowMs(everyMs = 1000): number {
  const { room } = useTools()
  const [now, setNow] = useState(() => room.serverNowMs())
  useEffect(() => {
    const timer = setInterval(() => setNow(room.serverNowMs()), everyMs)
    let status = room.status
    const stop = room.subscribe(() => {
      if (room.status === status) return
      status = room.status
      setNow(room.serverNowMs()) // the server's clock is known from the welcome on; not a second later
    })
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [room, everyMs])
  return now
}

/** Paths and language of a document. */
export function useFiles(doc: Y.Doc): { paths: readonly string[]; language: string | null } {
  const subscribe = useCallback(
    (listener: () => void) => {
      filesMap(doc).observeDeep(listener)
      metaMap(doc).observe(listener)
      return () => {
        filesMap(doc).unobserveDeep(listener)
        metaMap(doc).unobserve(listener)
      }
    },
    [doc],
  )
  const key = useSyncExternalStore(subscribe, () => JSON.stringify([pathsOf(doc), languageOf(doc)]))
  return useMemo(() => {
    const [paths, language] = JSON.parse(key) as [string[], string | null]
    return { paths, language }
  }, [key])
}

/** What the badge says, looked at again whenever the room or the time since the first unsaved frame changes. */
export function useSaved(): Saved {
  const { room } = useTools()
  const pendingSince = useRef<number | null>(null)
  const [saved, setSaved] = useState<Saved>(() => savedOf(room, 0))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (room.pendingCount === 0) pendingSince.current = null
      else pendingSince.current ??= performance.now()
      const forMs = pendingSince.current === null ? 0 : performance.now() - pendingSince.current
      const next = savedOf(room, forMs)
      setSaved((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      if (pendingSince.current !== null)
        timer = setTimeout(
          look,
          forMs < GRACE_MS ? GRACE_MS - forMs + 5 : forMs < SLOW_MS ? SLOW_MS - forMs + 5 : 1000,
        )
    }
    look()
    const stop = room.subscribe(look)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [room])
  return saved
}

export type Asking = { busy: boolean; error: string | null }

/** Told when the server answers anybody: nobody says any longer that it does not. */
const reached = new Set<() => void>()

/** One question to the server at a time, with what went wrong beside the button that asked. */
export function useAsk(): Asking & {
  ask: (work: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
} {
  const { room } = useTools()
  const [state, setState] = useState<Asking & { unreachable?: boolean }>({ busy: false, error: null })
  const { unreachable = false } = state
  useEffect(() => {
    if (!unreachable) return
    const forget = () => setState((before) => (before.unreachable ? { busy: false, error: null } : before))
    let status = room.status
    const stop = room.subscribe(() => {
      if (room.status === "open" && status !== "open") forget()
      status = room.status
    })
    reached.add(forget)
    window.addEventListener("online", forget)
    return () => {
      stop()
      reached.delete(forget)
      window.removeEventListener("online", forget)
    }
  }, [room, unreachable])
  const ask = useCallback(async (work: () => Promise<unknown>) => {
    setState({ busy: true, error: null })
    try {
      await work()
      setState({ busy: false, error: null })
      for (const forget of reached) forget()
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setState({ busy: false, error: error.message, unreachable: error.code === "unreachable" })
      return false
    }
  }, [])
  const clear = useCallback(() => setState({ busy: false, error: null }), [])
  return { busy: state.busy, error: state.error, ask, clear }
}
