import { useEffect, useRef } from "react"
import { csrfToken } from "./api"
import { useTools } from "./context"

/**
 * What the candidate was told that this page tells: how much is pasted and from where, and when the window is left.
 * It is told as it happens and never tried again: what is missing proves nothing, and what is there is one fact of many.
 */
export type Telling =
  | { word: "paste"; body: { doc: string; text: string; chars: number; copiedHere: boolean } }
  | { word: "focus"; body: { awayMs: number | null } }

/** A few words are typed as fast as pasted. */
export const PASTE_CHARS_MIN = 20
/** Less is a glance at a notification; the server has the same figure. */
export const AWAY_MS_MIN = 3_000
/** What is compared to find the origin; the server takes no more. */
export const PASTE_CHARS_MAX = 20_000

/** A paste as it is told, or null where it is not worth telling. */
export function pasteOf(doc: string, text: string, copied: string | null): Telling | null {
  if (text.trim().length < PASTE_CHARS_MIN) return null
  const body = { doc, text: text.slice(0, PASTE_CHARS_MAX), chars: text.length, copiedHere: text === copied }
  return { word: "paste", body }
}

/** Watches as long as the hour goes on, on the candidate's side only. */
export function useObserving(isGoingOn: boolean, track: string): void {
  const { config } = useTools()
  const base = config.observed ?? ""
  const doc = useRef(track)
  doc.current = track
  useEffect(() => {
    if (base === "" || !isGoingOn) return
    const tell = ({ word, body }: Telling) => void send(`${base}${word}`, body)
    let copied: string | null = null
    let leftAt: number | null = null
    let glance: ReturnType<typeof setTimeout> | undefined
    const onCopy = (event: ClipboardEvent) => {
      copied = event.clipboardData?.getData("text/plain") || (document.getSelection()?.toString() ?? null)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!(event.target instanceof Element) || event.target.closest(".editor .cm-content") === null) return
      const paste = pasteOf(doc.current, event.clipboardData?.getData("text/plain") ?? "", copied)
      if (paste !== null) tell(paste)
    }
    const onLeave = () => {
      if (leftAt !== null) return
      leftAt = performance.now()
      glance = setTimeout(() => tell({ word: "focus", body: { awayMs: null } }), AWAY_MS_MIN)
    }
    const onBack = () => {
      if (leftAt === null) return
      clearTimeout(glance)
      const awayMs = Math.round(performance.now() - leftAt)
      leftAt = null
      if (awayMs >= AWAY_MS_MIN) tell({ word: "focus", body: { awayMs } })
    }
    const onVisible = () => (document.hidden ? onLeave() : onBack())
    document.addEventListener("copy", onCopy)
    document.addEventListener("cut", onCopy)
    document.addEventListener("paste", onPaste, { capture: true })
    document.addEventListener("visibilitychange", onVisible)
    window.addEventListener("blur", onLeave)
    window.addEventListener("focus", onBack)
    return () => {
      document.removeEventListener("copy", onCopy)
      clearTimeout(glance)
      document.removeEventListener("cut", onCopy)
      document.removeEventListener("paste", onPaste, { capture: true })
      document.removeEventListener("visibilitychange", onVisible)
      window.removeEventListener("blur", onLeave)
      window.removeEventListener("focus", onBack)
    }
  }, [base, isGoingOn])
}

async function send(url: string, body: Telling["body"]): Promise<void> {
  try {
    await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        Once: crypto.randomUUID(),
        "X-CSRFToken": csrfToken(),
      },
      body: JSON.stringify(body),
      keepalive: true,
    })
  } catch {
    // The line is down: nothing is kept for later, and nothing is concluded from what is missing.
  }
}
