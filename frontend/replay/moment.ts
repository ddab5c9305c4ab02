import { foldRuns, type Run } from "../live/runs"
import type { Change, RecordedEntry, Recording } from "./recording"
import { countUpTo, type Timeline } from "./timeline"

/** Everything on the screen at one moment, from the recording. */

export function documentTracks(recording: Recording): readonly string[] {
  return [...new Set(recording.changes.map((change) => change.track))].filter((track) =>
    track.startsWith("doc:"),
  )
}

export function changesByTrack(recording: Recording): ReadonlyMap<string, readonly Change[]> {
  const byTrack = new Map<string, Change[]>()
  for (const change of recording.changes) {
    const known = byTrack.get(change.track)
    if (known === undefined) byTrack.set(change.track, [change])
    else known.push(change)
  }
  return byTrack
}

/** The document people were in: where somebody typed last, else the one shown last. */
export function trackAt(recording: Recording, atMs: number): string | null {
  const count = countUpTo(recording.changes, atMs)
  for (let i = count - 1; i >= 0; i--) {
    const change = recording.changes[i]
    if (change?.track.startsWith("doc:") === true) return change.track
  }
  return documentTracks(recording)[0] ?? null
}

export function titleOf(recording: Recording, track: string): string {
  const shown = recording.entries.find(
    (entry) => entry.kind === "statement.shown" && (entry.body as { doc: string } | null)?.doc === track,
  )
  return shown === undefined
    ? track === "doc:pad"
      ? "Warm-up pad"
      : track.slice(4)
    : (shown.body as { title: string }).title
}

export function runAt(
  recording: Recording,
  atMs: number,
): { run: Run; files: Record<string, string> | null } | null {
  const until = recording.entries
    .slice(0, countUpTo(recording.entries, atMs))
    .filter((entry) => entry.body !== null)
  const run = foldRuns(
    until.filter((entry) => entry.track === "run"),
    until.filter((entry) => entry.track === "judge"),
  ).at(-1)
  return run === undefined ? null : { run, files: filesOf(until, run.id) }
}

function filesOf(entries: readonly RecordedEntry[], run: string): Record<string, string> | null {
  const finished = entries.find((e) => e.kind === "run.finished" && (e.body as { run: string }).run === run)
  return (finished?.body as { files?: Record<string, string> } | undefined)?.files ?? null
}

/** Which of the files that ran are not what the document held when the run began. */
export function differing(
  files: Record<string, string> | null,
  timeline: Timeline,
  atMs: number,
): readonly string[] {
  if (files === null) return []
  const { texts } = timeline.at(atMs)
  return Object.keys(files).filter((path) => texts[path] !== undefined && texts[path] !== files[path])
}
