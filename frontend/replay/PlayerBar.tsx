import { clockWithSeconds, hourCode } from "../live/words"
import type { Chapter } from "./chapters"
import { SPEEDS, type Speed } from "./playing"
import type { Recording } from "./recording"
import type { Player } from "./usePlayer"

type PlayerBarProps = { player: Player; recording: Recording; chapters: readonly Chapter[] }

/** Play, jump and speed. Every button has a key, named on it or in its title. */
export function PlayerBar({ player, recording, chapters }: PlayerBarProps) {
  const next = chapters.find((one) => one.atMs > player.atMs + 500)
  const nextRun = recording.entries.find((e) => e.kind === "run.finished" && e.atMs > player.atMs + 500)
  return (
    <div className="row">
      <button type="button" className="go" onClick={player.toggle}>
        {player.playing ? "Pause" : "Play"} <kbd>Space</kbd>
      </button>
      <span className="at">
        {timeAt(recording, player.atMs)}{" "}
        <span className="small quiet wall">{wallAt(recording, player.atMs)}</span>
      </span>
      <button type="button" title="Key: left arrow" onClick={() => player.seek(player.atMs - 10_000)}>
        −10 s
      </button>
      <button type="button" title="Key: right arrow" onClick={() => player.seek(player.atMs + 10_000)}>
        +10 s
      </button>
      <button
        type="button"
        title="Key: N"
        disabled={next === undefined}
        onClick={() => next !== undefined && player.seek(next.atMs)}
      >
        Next moment
      </button>
      <button
        type="button"
        title="Key: R"
        disabled={nextRun === undefined}
        onClick={() => nextRun !== undefined && player.seek(nextRun.atMs)}
      >
        Next run
      </button>
      <label className="row small quiet">
        <span className="speed-word">Speed</span>
        <select
          aria-label="Speed"
          value={player.speed}
          onChange={(event) => player.setSpeed(Number(event.target.value) as Speed)}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <label className="row small quiet">
        <input
          type="checkbox"
          checked={player.skipSilence}
          onChange={(event) => player.setSkipSilence(event.target.checked)}
        />{" "}
        Skip silence
      </label>
      <a className="button push" href={`?at=${Math.round(player.atMs)}`}>
        Link to this moment
      </a>
    </div>
  )
}

/** "12:04" by the hour's clock, as the scorecard has it. */
export function timeAt(recording: Recording, atMs: number): string {
  return hourCode(atMs - recording.begunMs)
}

/** "14:22:07" where the wall clock is known. */
export function wallAt(recording: Recording, atMs: number): string {
  return recording.openedAt === null ? "" : clockWithSeconds(new Date(recording.openedAt.getTime() + atMs))
}
