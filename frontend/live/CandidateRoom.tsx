import { useMemo, useRef, useState } from "react"
import type { Mounted } from "../editor/mount"
import type { Settings } from "../editor/settings"
import { HourStrip } from "../parts/HourStrip"
import { CandidateBar } from "./CandidateBar"
import { CandidateSide } from "./CandidateSide"
import { clockInWords } from "./candidate_words"
import { CANDIDATE_BINDINGS } from "./chord"
import { clockOf } from "./clock"
import { useTools } from "./context"
import { useFreshHelp } from "./fresh_help"
import { useHour, useNowMs } from "./hooks"
import { documentsOf } from "./hour"
import { useObserving } from "./observing"
import { hourLabel, useFollowedDocument } from "./PanelRoom"
import { useChords } from "./useChords"
import { useSpokenClock } from "./useSpokenClock"
import { Workbench } from "./Workbench"

type CandidateRoomProps = { settings: Settings; onSettings: (settings: Settings) => void }

export type PhonePage = "problem" | "code" | "output" | "recorded"
const PAGES: readonly { page: PhonePage; says: string }[] = [
  { page: "problem", says: "Problem" },
  { page: "code", says: "Code" },
  { page: "output", says: "Output" },
  { page: "recorded", says: "Recorded" },
]

/** The candidate's room: the problem and the code, what is recorded in reach, and nothing that judges. */
export function CandidateRoom({ settings, onSettings }: CandidateRoomProps) {
  const { config, announce } = useTools()
  const hour = useHour()
  const now = useNowMs(1000)
  const { hideClock } = config.prefs
  const clock = useMemo(
    () => clockOf(hour, config.segments, config.interview.minutes, now),
    [hour, config.segments, config.interview.minutes, now],
  )
  const editor = useRef<Mounted | null>(null)
  const [page, setPage] = useState<PhonePage>("problem")
  const [track, setTrack] = useFollowedDocument(hour)
  const documents = useMemo(() => documentsOf(hour), [hour])
  const fresh = useFreshHelp(hour, track, page)
  const toEditor = () => {
    setPage("code")
    requestAnimationFrame(() => editor.current?.view.focus())
  }
  useChords(CANDIDATE_BINDINGS, toEditor)
  useObserving(hour.begunMs !== null && hour.endedMs === null, track)
  useSpokenClock(clock, hideClock, announce)
  const words = hideClock ? null : clockInWords(clock)
  return (
    <>
      <button type="button" className="skip" onClick={toEditor}>
        To the editor
      </button>
      <CandidateBar words={words?.long ?? null} ended={hour.endedMs !== null} />
      <HourStrip
        clock={clock}
        label={hourLabel(hour, clock.totalMin)}
        showDrift={false}
        hideClock={hideClock}
      />
      <nav className="pages" aria-label="Parts of the room">
        {PAGES.map((one) => (
          <button
            key={one.page}
            type="button"
            className="plain"
            aria-current={page === one.page}
            onClick={() => setPage(one.page)}
          >
            {one.says}
            {one.page === "problem" && page !== "problem" && fresh.count > 0 ? (
              <span className="badge info">{fresh.count} new</span>
            ) : null}
          </button>
        ))}
      </nav>
      <main className="work candidate" id="main" data-page={page}>
        {words === null ? null : <p className="narrow">{words.long}</p>}
        <CandidateSide hour={hour} track={track} fresh={fresh} />
        <Workbench
          hour={hour}
          track={track}
          documents={documents}
          onTrack={setTrack}
          settings={settings}
          onSettings={onSettings}
          isPanel={false}
          editor={editor}
          onRun={() => setPage((before) => (before === "code" ? "output" : before))}
        />
      </main>
    </>
  )
}
