import { useEffect, useRef, useState } from "react"
import { type Binding, type Command, react } from "./chord"
import { useTools } from "./context"

/** Listens on the whole page, before any field or editor sees the key. Returns whether a letter is awaited. */
export function useChords(bindings: readonly Binding[], onCommand: (command: Command) => void): boolean {
  const { announce } = useTools()
  const [open, setOpen] = useState(false)
  const latest = useRef({ onCommand, bindings, announce })
  latest.current = { onCommand, bindings, announce }
  useEffect(() => {
    let state: "idle" | "open" = "idle"
    const become = (next: "idle" | "open") => {
      state = next
      setOpen(next === "open")
    }
    const onKey = (event: KeyboardEvent) => {
      const { onCommand, bindings, announce } = latest.current
      const reaction = react(state, event, bindings)
      if (reaction.kind === "pass") return
      event.preventDefault()
      event.stopPropagation()
      if (reaction.kind === "open") {
        become("open")
        announce(
          `Now one key: ${bindings.map((one) => `${one.key} ${one.says}`).join(", ")}. Escape cancels.`,
        )
      } else if (reaction.kind === "cancel") {
        become("idle")
        announce("Cancelled.")
      } else if (reaction.kind === "run") {
        become("idle")
        onCommand(reaction.command)
      }
    }
    const onPointer = () => state === "open" && become("idle")
    window.addEventListener("keydown", onKey, { capture: true })
    window.addEventListener("pointerdown", onPointer, { capture: true })
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true })
      window.removeEventListener("pointerdown", onPointer, { capture: true })
    }
  }, [])
  return open
}
