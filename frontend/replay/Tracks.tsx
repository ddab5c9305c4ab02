import { type CSSProperties, type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react"
import type { Chapter } from "./chapters"
import { timeAt } from "./PlayerBar"
import type { Recording } from "./recording"
import { activityOf, axisOf, ticksOf, tracksOf } from "./tracks"
import type { Player } from "./usePlayer"

type TracksProps = { player: Player; recording: Recording; chapters: readonly Chapter[] }
type Place = CSSProperties & Record<`--${string}`, number>

const STEPS: Record<string, number> = {
  ArrowLeft: -10_000,
  ArrowRight: 10_000,
  ArrowDown: -60_000,
  ArrowUp: 60_000,
  PageDown: -300_000,
  PageUp: 300_000,
}

/** The rows of the log on one axis; the hand is a slider, and the chapter list is their twin in text. */
export function Tracks({ player, recording, chapters }: TracksProps) {
  const area = useRef<HTMLDivElement>(null)
  const x = useMemo(() => axisOf(recording), [recording])
  const tracks = useMemo(() => tracksOf(recording, chapters), [recording, chapters])
  const { startMs, endMs } = recording
  const pointTo = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect()
    if (box === undefined) return
    player.seek(startMs + ((event.clientX - box.left) / box.width) * (endMs - startMs))
  }
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const to =
      event.key === "Home"
        ? startMs
        : event.key === "End"
          ? endMs
          : step === undefined
            ? null
            : player.atMs + step
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    player.seek(to)
  }
  return (
    <div className="tracks">
      <span>Activity</span>
      <Activity recording={recording} />
      {tracks.map((track) => (
        <Row key={track.name} name={track.name}>
          {track.strokes.map((stroke) => (
            <i
              key={`${stroke.at}:${stroke.tone}:${stroke.title}`}
              className={stroke.tone === "" ? undefined : stroke.tone}
              title={stroke.title === "" ? undefined : stroke.title}
              style={{ "--at": stroke.at, "--for": stroke.for } as Place}
            />
          ))}
        </Row>
      ))}
      <div className="axis">
        {ticksOf(recording).map((atMs) => (
          <span key={atMs} style={{ "--at": x(atMs) } as Place}>
            {Math.round((atMs - recording.begunMs) / 60_000)} min
          </span>
        ))}
      </div>
      <div
        className="head"
        ref={area}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          pointTo(event)
        }}
        onPointerMove={(event) => event.buttons === 1 && pointTo(event)}
      >
        <span
          role="slider"
          tabIndex={0}
          aria-label="Position"
          aria-valuemin={Math.round(startMs / 1000)}
          aria-valuemax={Math.round(endMs / 1000)}
          aria-valuenow={Math.round(player.atMs / 1000)}
          aria-valuetext={`${timeAt(recording, player.atMs)} of the hour`}
          onKeyDown={onKey}
          style={{ "--at": x(player.atMs) } as Place}
        />
      </div>
    </div>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <span>{name}</span>
      <div className="track">{children}</div>
    </>
  )
}

function Activity({ recording }: { recording: Recording }) {
  const bins = useMemo(() => activityOf(recording), [recording])
  const busiest = bins.indexOf(Math.max(...bins))
  const at = recording.startMs + busiest * 15_000
  const bars = bins
    .map((share, x) => (share === 0 ? "" : `M${x} 40v${-Math.max(1, share * 38).toFixed(1)}h0.7V40z`))
    .join("")
  return (
    <svg
      className="histo"
      viewBox={`0 0 ${bins.length} 40`}
      preserveAspectRatio="none"
      width="100%"
      height="40"
      role="img"
      aria-label={`Activity by quarter minute, busiest at ${timeAt(recording, at)}`}
    >
      <path d={bars} />
    </svg>
  )
}
