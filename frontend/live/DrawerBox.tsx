import { type ReactNode, useEffect, useRef } from "react"

type DrawerBoxProps = { title: string; aside?: string; onClose: () => void; children: ReactNode }

/** A region beside the work, not a dialog: the page stays usable. Esc closes it from inside only, so Vim keeps Esc. */
export function DrawerBox({ title, aside, onClose, children }: DrawerBoxProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <aside
      className="drawer"
      aria-label={title}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        const inEditor = event.target instanceof HTMLElement && event.target.closest(".cm-editor") !== null
        if (event.key === "Escape" && !inEditor && !event.defaultPrevented) onClose()
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
