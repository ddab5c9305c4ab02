import type * as Y from "yjs"
import { setLanguage } from "../editor/files"
import { Problem } from "../parts/Problem"
import type { Language } from "./config"
import { useTools } from "./context"
import { useAsk } from "./hooks"

type LanguageChoiceProps = {
  doc: Y.Doc
  track: string
  language: string | null
  /** What the question offers; null where anything goes. */
  offered: readonly string[] | null
  canWrite: boolean
}

/** The document's language. Those that do not run here can still be written in, and say so. */
export function LanguageChoice({ doc, track, language, offered, canWrite }: LanguageChoiceProps) {
  const { config, api } = useTools()
  const { busy, error, ask } = useAsk()
  const known = config.languages.find((one) => one.id === language)
  if (!canWrite)
    return <span className="small quiet push language-name">{known === undefined ? "" : nameOf(known)}</span>
  const choices = config.languages.filter((one) => offered === null || offered.includes(one.id))
  const choose = async (id: string) => {
    const added = await ask(() => api.post("language", { doc: track, language: id }))
    if (!added) return
    setLanguage(doc, id)
  }
  return (
    <>
      <Problem text={error} />
      <select
        className="push language"
        aria-label="Language"
        value={language ?? ""}
        disabled={busy}
        onChange={(event) => void choose(event.target.value)}
      >
        {known === undefined ? <option value="">Language</option> : null}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </>
  )
}

function nameOf(language: Language): string {
  return language.runs ? `${language.name} ${language.version}`.trim() : `${language.name}, not installed`
}
