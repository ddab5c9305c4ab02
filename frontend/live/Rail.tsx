import type { Command, Drawer } from "./chord"

export const RAIL: readonly { drawer: Drawer; key: string; says: string }[] = [
  { drawer: "hints", key: "H", says: "Hints" },
  { drawer: "statement", key: "S", says: "Statement" },
  { drawer: "probes", key: "P", says: "Probes" },
  { drawer: "notes", key: "N", says: "Notes" },
  { drawer: "marks", key: "M", says: "Marks" },
  { drawer: "challenges", key: "C", says: "Challenges" },
  { drawer: "card", key: "K", says: "Card" },
]

export const QUICK = [
  { key: "1", mark: "question", says: "Question" },
  { key: "2", mark: "good", says: "Good" },
  { key: "3", mark: "concern", says: "Concern" },
  { key: "4", mark: "answered", says: "Answered" },
  { key: "5", mark: "flag", says: "Flag" },
] as const

type RailProps = {
  open: Drawer | null
  /** What a drawer holds, in two words: "1 of 4", "2 open". */
  counts: Partial<Record<Drawer, string>>
  canMark: boolean
  onCommand: (command: Command) => void
}

/** The closed drawers, and the five marks. */
export function Rail({ open, counts, canMark, onCommand }: RailProps) {
  return (
    <nav className="rail" aria-label="Drawers">
      <p>Ctrl , then</p>
      {RAIL.map(({ drawer, key, says }) => (
        <button
          key={drawer}
          type="button"
          aria-expanded={open === drawer}
          onClick={() => onCommand({ does: "drawer", drawer })}
        >
          {says}{" "}
          <span>
            <kbd>{key}</kbd>
            {counts[drawer] ?? ""}
          </span>
        </button>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks */}
      <div className="quick" role="group" aria-label="Mark this moment">
        <p>Mark</p>
        {QUICK.map(({ key, mark, says }) => (
          <button
            key={mark}
            type="button"
            disabled={!canMark}
            onClick={() => onCommand({ does: "mark", mark })}
          >
            <kbd>{key}</kbd>
            {says}
          </button>
        ))}
      </div>
    </nav>
  )
}
