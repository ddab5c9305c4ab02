import { useEffect, useMemo, useRef, useState } from "react"
import { MarkChip } from "../parts/MarkChip"
import { type Chapter, chapterAt, findIn } from "./chapters"
import { timeAt, wallAt } from "./PlayerBar"
import type { Recording } from "./recording"
import type { Player } from "./usePlayer"

type ChaptersProps = { player: Player; recording: Recording; chapters: readonly Chapter[] }

/** What happened, in words: jump, do not watch. */
export function Chapters({ player, recording, chapters }: ChaptersProps) {
  const current = chapterAt(chapters, player.atMs)
  const list = useRef<HTMLOListElement>(null)
  const key = current?.key
  useEffect(() => {
    if (key !== undefined)
      list.current?.querySelector(`[data-key="${key}"]`)?.scrollIntoView({ block: "nearest" })
  }, [key])
  return (
    <aside className="drawer" aria-label="Chapters">
      <Find recording={recording} onPick={player.seek} />
      {chapters.length === 0 ? (
        <p className="pad quiet">Nothing was marked, shown or begun in this hour.</p>
      ) : null}
      <ol className="chapters" ref={list}>
        {chapters.map((one) => (
          <li key={one.key} data-key={one.key}>
            <button
              type="button"
              className="plain"
              aria-current={one === current}
              title={wallAt(recording, one.atMs)}
              onClick={() => player.seek(one.atMs)}
            >
              <time>{timeAt(recording, one.atMs)}</time>
              <span>
                {one.mark === null ? (
                  <b className={one.kind === "clock" ? "quiet" : undefined}>{one.title}</b>
                ) : (
                  <MarkChip kind={one.mark} text={one.title} />
                )}
                {one.detail === null ? null : <span className="detail">{one.detail}</span>}
                {one.note === null ? null : <span className="detail">{one.note}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </aside>
  )
}

function Find({ recording, onPick }: { recording: Recording; onPick: (atMs: number) => void }) {
  const [words, setWords] = useState("")
  const found = useMemo(() => findIn(recording, words), [recording, words])
  return (
    <search className="find">
      <label className="unseen" htmlFor="find">
        Search what was said, marked, shown and printed
      </label>
      <input
        id="find"
        type="search"
        placeholder="Find what was said, shown or printed"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="unseen" role="status">
        {words.trim() === "" ? "" : `${found.length} found`}
      </p>
      {words.trim() === "" ? null : found.length === 0 ? (
        <p className="small quiet">Nothing found for “{words}”.</p>
      ) : (
        <ul className="small found">
          {found.slice(0, 8).map((one) => (
            <li key={`${one.atMs}:${one.what}`}>
              <button type="button" className="plain" onClick={() => onPick(one.atMs)}>
                {timeAt(recording, one.atMs)} {one.what}: <span className="quiet">{one.excerpt}</span>
              </button>
            </li>
          ))}
          {found.length > 8 ? (
            <li className="quiet">+{found.length - 8} more; add words to narrow it</li>
          ) : null}
        </ul>
      )}
    </search>
  )
}
