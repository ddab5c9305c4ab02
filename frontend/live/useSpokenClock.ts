import { useEffect, useRef } from "react"
import type { Clock } from "./clock"

const SPOKEN_MIN = [5, 1]

/** Tells a screen reader politely when five minutes and one minute of the part or the hour are left. */
export function useSpokenClock(clock: Clock, hidden: boolean, announce: (text: string) => void): void {
  const said = useRef(new Set<string>())
  useEffect(() => {
    if (hidden || !clock.running || clock.paused) return
    const say = (key: string, leftMin: number, where: string) => {
      const due = SPOKEN_MIN.find((minutes) => leftMin <= minutes && leftMin > minutes - 0.5)
      if (due === undefined || said.current.has(`${key}:${due}`)) return
      said.current.add(`${key}:${due}`)
      announce(due === 1 ? `One minute left in ${where}.` : `${due} minutes left in ${where}.`)
    }
    if (clock.current !== null && clock.leftHereMin !== null)
      say(clock.current.id, clock.leftHereMin, "this part")
    say("hour", clock.leftMin, "the hour")
  }, [clock, hidden, announce])
}
