import { useCallback, useEffect, useMemo, useState } from "react"
import { advance, clamp, type Speed, type Tape } from "./playing"
import type { Recording } from "./recording"

export type Player = {
  atMs: number
  playing: boolean
  speed: Speed
  skipSilence: boolean
  seek: (atMs: number) => void
  toggle: () => void
  setSpeed: (speed: Speed) => void
  setSkipSilence: (skip: boolean) => void
}

/** The position and what moves it. */
export function usePlayer(recording: Recording, firstMs: number | null): Player {
  const tape: Tape = useMemo(
    () => ({
      startMs: recording.startMs,
      endMs: recording.endMs,
      moments: [...recording.entries, ...recording.changes].map(({ atMs }) => atMs).sort((a, b) => a - b),
    }),
    [recording],
  )
  const [atMs, setAt] = useState(() => clamp(tape, firstMs || recording.begunMs))
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(2)
  const [skipSilence, setSkipSilence] = useState(true)
  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let frame = requestAnimationFrame(function step(now) {
      const elapsed = now - before
      // Some 30 steps a second are enough to read by, and leave the page quick.
      if (elapsed >= 32) {
        before = now
        setAt((at) => advance(tape, at, elapsed, speed, skipSilence))
      }
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, speed, skipSilence, tape])
  useEffect(() => {
    if (playing && atMs >= tape.endMs) setPlaying(false)
  }, [playing, atMs, tape])
  const seek = useCallback((to: number) => setAt(clamp(tape, to)), [tape])
  const toggle = useCallback(() => {
    setPlaying((before) => !before)
    setAt((at) => (at >= tape.endMs ? tape.startMs : at))
  }, [tape])
  return { atMs, playing, speed, skipSilence, seek, toggle, setSpeed, setSkipSilence }
}
