import { useEffect } from "react"

/** Every menu of the room closes on Esc, which gives the focus back to its word, and on a press beside it. */
export function useMenus(): void {
  useEffect(() => {
    const open = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")
    const onPointer = (event: PointerEvent) => {
      for (const menu of open())
        if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      for (const menu of open()) {
        const inside = menu.contains(document.activeElement)
        menu.open = false
        if (!inside) continue
        event.preventDefault()
        event.stopPropagation()
        menu.querySelector("summary")?.focus()
      }
    }
    window.addEventListener("pointerdown", onPointer, { capture: true })
    window.addEventListener("keydown", onKey, { capture: true })
    return () => {
      window.removeEventListener("pointerdown", onPointer, { capture: true })
      window.removeEventListener("keydown", onKey, { capture: true })
    }
  }, [])
}
