import { type ReactNode, useEffect, useRef } from "react"

type DrawerBoxProps = { title: string; aside?: string; onClose: () => void; children: ReactNode }

/** A region beside the work, not a dialog: the page stays usable. Esc closes it from inside only; what Vim takes stays Vim's. */
export function DrawerBox({ title, aside, onClose, children }: DrawerBoxProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // A drawer whose own field took the focus keeps it there.
    if (box.current?.contains(document.activeElement) === false) box.current.focus()
  }, [])
  return (
    <aside
      className="drawer"
      aria-label={title}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2>{title}</h2>
        {aside === undefined ? null : <span className="small quiet">{aside}</span>}
        <button type="button" className="plain push" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </aside>
  )
}
