import { type KeyboardEvent, useRef, useState } from "react"
import type * as Y from "yjs"
import { addFile, deleteFile, pathProblem, renameFile } from "../editor/files"
import { Problem } from "../parts/Problem"

type FileTabsProps = {
  doc: Y.Doc
  paths: readonly string[]
  /** Of the languages that were left: one press away. */
  others: readonly string[]
  current: string | null
  onPick: (path: string) => void
  canWrite: boolean
  panelId: string
}

type Editing = { what: "add" } | { what: "rename"; path: string } | { what: "delete"; path: string } | null

/** The files as tabs: arrows move between them, and the file menu adds, renames and deletes. */
export function FileTabs({ doc, paths, others, current, onPick, canWrite, panelId }: FileTabsProps) {
  const [editing, setEditing] = useState<Editing>(null)
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || current === null) return
    event.preventDefault()
    const next = paths[(paths.indexOf(current) + step + paths.length) % paths.length]
    if (next === undefined) return
    onPick(next)
    list.current?.querySelector<HTMLButtonElement>(`[data-path="${CSS.escape(next)}"]`)?.focus()
  }
  const done = (path?: string) => {
    setEditing(null)
    if (path !== undefined) onPick(path)
  }
  return (
    <>
      <div role="tablist" aria-label="Files" className="files" ref={list}>
        {paths.map((path) => (
          <button
            key={path}
            type="button"
            role="tab"
            data-path={path}
            aria-selected={path === current}
            aria-controls={panelId}
            tabIndex={path === current ? 0 : -1}
            onKeyDown={move}
            onClick={() => onPick(path)}
          >
            {path}
          </button>
        ))}
      </div>
      {others.length > 0 && editing === null ? <OtherFiles paths={others} onPick={onPick} /> : null}
      {canWrite && editing === null ? (
        <FileMenu current={current} onChoose={setEditing} canDelete={paths.length > 1} />
      ) : null}
      {editing?.what === "delete" ? (
        <span className="row asking">
          Delete {editing.path} for everybody?
          <button
            type="button"
            // biome-ignore lint/a11y/noAutofocus: the question has just been asked for
            autoFocus
            onClick={() => {
              deleteFile(doc, editing.path)
              done(paths.find((path) => path !== editing.path))
            }}
          >
            Delete
          </button>
          <button type="button" className="plain" onClick={() => done()}>
            Keep it
          </button>
        </span>
      ) : null}
      {editing?.what === "add" || editing?.what === "rename" ? (
        <NameForm
          doc={doc}
          from={editing.what === "rename" ? editing.path : null}
          onDone={done}
          key={editing.what}
        />
      ) : null}
    </>
  )
}

/** What was written in another language stays. */
function OtherFiles({ paths, onPick }: { paths: readonly string[]; onPick: (path: string) => void }) {
  const menu = useRef<HTMLDetailsElement>(null)
  return (
    <details className="menu others" ref={menu}>
      <summary title="Files of the languages you left">Other files</summary>
      <div>
        {paths.map((path) => (
          <button
            key={path}
            type="button"
            className="plain"
            onClick={() => {
              if (menu.current !== null) menu.current.open = false
              onPick(path)
            }}
          >
            {path}
          </button>
        ))}
      </div>
    </details>
  )
}

type FileMenuProps = { current: string | null; onChoose: (editing: Editing) => void; canDelete: boolean }

function FileMenu({ current, onChoose, canDelete }: FileMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  const choose = (editing: Editing) => {
    if (menu.current !== null) menu.current.open = false
    onChoose(editing)
  }
  return (
    <details className="menu" ref={menu}>
      <summary aria-label="File: add, rename, delete" title="File: add, rename, delete">
        +
      </summary>
      <div>
        <button type="button" className="plain" onClick={() => choose({ what: "add" })}>
          New file
        </button>
        {current !== null ? (
          <>
            <button type="button" className="plain" onClick={() => choose({ what: "rename", path: current })}>
              Rename {current}
            </button>
            <button
              type="button"
              className="plain"
              disabled={!canDelete}
              onClick={() => choose({ what: "delete", path: current })}
            >
              Delete {current}
            </button>
          </>
        ) : null}
      </div>
    </details>
  )
}

type NameFormProps = { doc: Y.Doc; from: string | null; onDone: (path?: string) => void }

function NameForm({ doc, from, onDone }: NameFormProps) {
  const [name, setName] = useState(from ?? "")
  const [problem, setProblem] = useState<string | null>(null)
  const take = () => {
    const path = name.trim()
    if (path === from) return onDone()
    const wrong = pathProblem(doc, path)
    setProblem(wrong)
    if (wrong !== null) return
    if (from === null) addFile(doc, path)
    else renameFile(doc, from, path)
    onDone(path)
  }
  return (
    <form
      className="row asking"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
    >
      <input
        aria-label={from === null ? "Name of the new file" : `New name of ${from}`}
        placeholder="helper.py"
        value={name}
        onChange={(event) => setName(event.target.value)}
        // biome-ignore lint/a11y/noAutofocus: the field has just been asked for
        autoFocus
        spellCheck={false}
      />
      <button type="submit">{from === null ? "Add" : "Rename"}</button>
      <button type="button" className="plain" onClick={() => onDone()}>
        Cancel
      </button>
      <Problem text={problem} />
    </form>
  )
}
