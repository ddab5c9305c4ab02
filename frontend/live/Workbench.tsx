import { useCallback, useEffect, useMemo, useRef } from "react"
import { CodePane } from "../editor/CodePane"
import type { WhoIs } from "../editor/cursors"
import { textOf } from "../editor/files"
import type { Mounted } from "../editor/mount"
import type { Settings } from "../editor/settings"
import { firstName } from "./config"
import { useTools } from "./context"
import { FileTabs } from "./FileTabs"
import { useCanWrite, useFiles, useRoomStatus, useRuns } from "./hooks"
import { type Hour, statementOf } from "./hour"
import { LanguageChoice } from "./LanguageChoice"
import { Output } from "./Output"
import { useOpenFile } from "./open_file"
import { doesNotRun, useRunning } from "./running"
import { SettingsMenu } from "./SettingsMenu"

type WorkbenchProps = {
  hour: Hour
  track: string
  documents: readonly { track: string; title: string }[]
  onTrack: (track: string) => void
  settings: Settings
  onSettings: (settings: Settings) => void
  /** The candidate's one accent is Run; the panel's is the card's button. */
  isPanel: boolean
  editor: { current: Mounted | null }
  /** Told when a run is asked for: the phone page turns to the output. */
  onRun?: () => void
}

/** The work: files, editor and output of one document. */
export function Workbench(props: WorkbenchProps) {
  const { hour, track, documents, onTrack, settings, onSettings, isPanel, editor, onRun } = props
  const { config, room } = useTools()
  const status = useRoomStatus()
  const doc = useMemo(() => room.doc(track), [room, track])
  const awareness = useMemo(() => room.awareness(track), [room, track])
  const { paths, language } = useFiles(doc)
  const { path, pick, tabs, others } = useOpenFile(doc, paths, language)
  const ended = hour.endedMs !== null
  const canWrite = useCanWrite(track) && !ended && status !== "refused" && status !== "ended"
  const shown = statementOf(hour, track)
  const running = useRunning(doc, track, shown !== null, ended)
  const runs = useRuns(isPanel)
  const text = useMemo(() => (path === null ? null : textOf(doc, path)), [doc, path])
  const known = config.languages.find((one) => one.id === language)
  const question = config.panel?.questions.find((one) => one.id === shown?.question)
  const whoIs: WhoIs = useCallback(
    (number) => {
      const member = config.members.find((one) => one.number === number)
      if (member === undefined) return null
      return { name: firstName(member.name), tone: member.side === "candidate" ? "who-1" : "who-2" }
    },
    [config.members],
  )
  const keepFocus = useKeptFocus()
  const onMount = useCallback(
    (mounted: Mounted | null) => {
      editor.current = mounted
      keepFocus(mounted)
    },
    [editor, keepFocus],
  )
  const run = () => {
    onRun?.()
    running.run()
  }
  useRunKey(run)
  return (
    <section className="editor" aria-label="Shared editor" id="code">
      <div className="tabs">
        {documents.length > 1 ? (
          <select aria-label="Document" value={track} onChange={(event) => onTrack(event.target.value)}>
            {documents.map((one) => (
              <option key={one.track} value={one.track}>
                {one.title}
              </option>
            ))}
          </select>
        ) : null}
        <FileTabs
          doc={doc}
          paths={tabs}
          others={others}
          current={path}
          onPick={pick}
          canWrite={canWrite}
          panelId="file-text"
        />
        <LanguageChoice
          doc={doc}
          track={track}
          language={language}
          offered={question?.languages ?? null}
          canWrite={canWrite}
        />
        <SettingsMenu settings={settings} onSettings={onSettings} />
        {ended ? null : (
          <button
            type="button"
            className={isPanel ? "run" : "run go"}
            disabled={running.busy || known?.runs === false}
            aria-disabled={running.waits !== null}
            onClick={run}
          >
            Run <kbd>Ctrl Enter</kbd>
          </button>
        )}
      </div>
      <div role="tabpanel" id="file-text" aria-label={path ?? "No file"} className="file-text">
        {text === null || path === null ? (
          <p className="quiet empty-text">{room.isSynced(track) ? "No file yet." : "Loading the files …"}</p>
        ) : (
          <CodePane
            text={text}
            awareness={awareness}
            whoIs={whoIs}
            path={path}
            label={`${path}, shared code. Escape and then Tab leaves the editor.`}
            readOnly={!canWrite}
            settings={settings}
            onMount={onMount}
          />
        )}
      </div>
      <Output
        runs={runs.filter((run) => run.doc === track)}
        running={running}
        openedAt={hour.openedAt}
        isPanel={isPanel}
        languageRuns={known === undefined || known.runs ? null : doesNotRun(known.name)}
        canRun={!ended}
      />
    </section>
  )
}

/** Whoever was in the editor stays in it when another document comes up, as at the begin of a problem. */
function useKeptFocus(): (mounted: Mounted | null) => void {
  const inside = useRef(false)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      inside.current = event.target instanceof Element && event.target.closest("#file-text") !== null
    }
    document.addEventListener("focusin", onFocus)
    return () => document.removeEventListener("focusin", onFocus)
  }, [])
  return useCallback((mounted) => {
    const lost = document.activeElement === document.body
    if (mounted !== null && inside.current && lost) mounted.view.focus()
  }, [])
}

/** Ctrl-Enter runs from every field but a drawer's; the capture keeps it from the editor, which would add a line. */
function useRunKey(run: () => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(".drawer") !== null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener("keydown", onKey, { capture: true })
    return () => window.removeEventListener("keydown", onKey, { capture: true })
  }, [])
}
