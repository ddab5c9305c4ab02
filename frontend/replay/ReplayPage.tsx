import { useEffect, useMemo, useState } from "react"
import type { Typist } from "../editor/reading"
import { Chapters } from "./Chapters"
import { chaptersOf } from "./chapters"
import { changesByTrack, differing, documentTracks, runAt, titleOf, trackAt } from "./moment"
import { PlayerBar, timeAt } from "./PlayerBar"
import { ReadPane } from "./ReadPane"
import { ReplayRun } from "./ReplayRun"
import type { Recording, ReplayConfig } from "./recording"
import { Tracks } from "./Tracks"
import { Timeline } from "./timeline"
import { type Player, usePlayer } from "./usePlayer"

type ReplayPageProps = { config: ReplayConfig; recording: Recording }

/** The hour played again: the work, where it was busy, and what happened in words. */
export function ReplayPage({ config, recording }: ReplayPageProps) {
  const chapters = useMemo(() => chaptersOf(recording), [recording])
  const player = usePlayer(recording, config.atMs)
  useKeys(player, recording, chapters)
  return (
    <>
      <a className="skip" href="#player">
        To the player
      </a>
      <header className="bar">
        <a className="home" href="/">
          Otherside
        </a>
        <h1>
          Replay: {config.candidate}{" "}
          <span className="quiet">
            {config.title} · {config.round}
            {recording.openedAt === null ? "" : ` · ${day.format(recording.openedAt)}`}
          </span>
        </h1>
        <ChainBadge chain={recording.chain} />
        <span className="badge">read only</span>
        {config.cardUrl === "" ? null : (
          <a className="button" href={config.cardUrl}>
            Back to the scorecard
          </a>
        )}
      </header>
      <main className="work replay">
        <Work recording={recording} player={player} />
        <Chapters player={player} recording={recording} chapters={chapters} />
        <section className="player" id="player" tabIndex={-1} aria-label="Player">
          <PlayerBar player={player} recording={recording} chapters={chapters} />
          <Tracks player={player} recording={recording} chapters={chapters} />
        </section>
      </main>
    </>
  )
}

const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" })

function ChainBadge({ chain }: { chain: Recording["chain"] }) {
  const entries = chain.entries.toLocaleString("en")
  if (chain.verified)
    return (
      <span className="badge good push" title={`The chain of hashes ends in ${chain.link}`}>
        ✓ Log complete, {entries} entries
      </span>
    )
  return (
    <span className="badge bad push">! Log not proven: {chain.problem ?? "the chain does not hold"}</span>
  )
}

function Work({ recording, player }: { recording: Recording; player: Player }) {
  const timelines = useMemo(
    () => new Map([...changesByTrack(recording)].map(([track, changes]) => [track, new Timeline(changes)])),
    [recording],
  )
  const compared = useMemo(
    () => new Map([...changesByTrack(recording)].map(([track, changes]) => [track, new Timeline(changes)])),
    [recording],
  )
  const [pinned, setPinned] = useState<{ track: string; path: string | null } | null>(null)
  const track = pinned?.track ?? trackAt(recording, player.atMs)
  const standing = track === null ? null : (timelines.get(track)?.at(player.atMs) ?? null)
  const wanted = pinned?.path ?? standing?.path ?? null
  const path = wanted !== null && standing?.paths.includes(wanted) ? wanted : (standing?.paths[0] ?? null)
  const at = runAt(recording, player.atMs)
  const runId = at?.run.id
  const finished = at?.run.finished !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: one run, once finished, never changes
  const differs = useMemo(() => {
    const timeline = at === null ? undefined : compared.get(at.run.doc)
    return at === null || timeline === undefined ? [] : differing(at.files, timeline, at.run.atMs)
  }, [runId, finished, compared])
  const typist = standing?.path === path ? typistOf(recording, standing?.by ?? null) : null
  const documents = documentTracks(recording)
  return (
    <section className="editor" aria-label={`The screen at ${timeAt(recording, player.atMs)}`}>
      <div className="tabs">
        {documents.length > 1 && track !== null ? (
          <select
            aria-label="Document"
            value={track}
            onChange={(event) => setPinned({ track: event.target.value, path: null })}
          >
            {documents.map((one) => (
              <option key={one} value={one}>
                {titleOf(recording, one)}
              </option>
            ))}
          </select>
        ) : null}
        <div role="tablist" aria-label="Files" className="files">
          {standing?.paths.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={one === path}
              onClick={() => track !== null && setPinned({ track, path: one })}
            >
              {one}
            </button>
          ))}
        </div>
        {pinned === null ? null : (
          <button type="button" className="plain" onClick={() => setPinned(null)}>
            Follow the typing
          </button>
        )}
        <span className="small quiet push">as it stood at {timeAt(recording, player.atMs)}</span>
      </div>
      <div className="file-text">
        {path === null || standing === null ? (
          <p className="quiet empty-text">No file yet at this moment.</p>
        ) : (
          <ReadPane key={`${track}:${path}`} path={path} text={standing.texts[path] ?? ""} by={typist} />
        )}
      </div>
      <ReplayRun run={at?.run ?? null} differs={differs} />
    </section>
  )
}

const typists = new Map<string, Typist>()

/** The same person is always the same object, so that the pane is not told anew for nothing. */
function typistOf(recording: Recording, number: number | null): Typist | null {
  const member = recording.members.find((one) => one.number === number)
  if (member === undefined) return null
  const name = member.name.split(" ")[0] ?? member.name
  const key = `${name}:${member.side}`
  const known = typists.get(key) ?? { name, tone: member.side === "candidate" ? "who-1" : "who-2" }
  typists.set(key, known)
  return known
}

/** Space, arrows, N and R, wherever no field has the focus. */
function useKeys(player: Player, recording: Recording, chapters: readonly { atMs: number }[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const writes = target.closest("input:not([type=checkbox]), textarea, select, .cm-editor") !== null
      if (writes || event.ctrlKey || event.metaKey || event.altKey) return
      const nextOf = (list: readonly { atMs: number }[]) =>
        list.find((one) => one.atMs > player.atMs + 500)?.atMs
      const to: Record<string, number | undefined> = {
        ArrowLeft: player.atMs - 10_000,
        ArrowRight: player.atMs + 10_000,
        n: nextOf(chapters),
        r: nextOf(recording.entries.filter((entry) => entry.kind === "run.finished")),
      }
      if (event.key === " " && target.closest("button, a, summary, label") === null) player.toggle()
      else if (to[event.key] !== undefined) player.seek(to[event.key] ?? 0)
      else return
      event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [player, recording, chapters])
}
