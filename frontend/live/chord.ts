/** `Ctrl ,` and then one key: works in every field, editor and terminal because no control code claims the comma. */

export type Drawer = "hints" | "statement" | "probes" | "notes" | "marks" | "challenges" | "card" | "keys"
export type Command =
  | { does: "drawer"; drawer: Drawer }
  | { does: "said" | "later" | "take-back" | "editor" }
  | { does: "mark"; mark: "question" | "good" | "concern" | "answered" | "flag" }

export type Binding = { key: string; says: string; command: Command }

export const BINDINGS: readonly Binding[] = [
  { key: "H", says: "Hints", command: { does: "drawer", drawer: "hints" } },
  { key: "S", says: "Statement", command: { does: "drawer", drawer: "statement" } },
  { key: "P", says: "Probes", command: { does: "drawer", drawer: "probes" } },
  { key: "N", says: "Notes", command: { does: "drawer", drawer: "notes" } },
  { key: "M", says: "Marks", command: { does: "drawer", drawer: "marks" } },
  { key: "C", says: "Challenges", command: { does: "drawer", drawer: "challenges" } },
  { key: "K", says: "Card", command: { does: "drawer", drawer: "card" } },
  { key: "D", says: "Said it", command: { does: "said" } },
  { key: "L", says: "Later", command: { does: "later" } },
  { key: "Z", says: "Take back", command: { does: "take-back" } },
  { key: "E", says: "To the editor", command: { does: "editor" } },
  { key: "1", says: "Question", command: { does: "mark", mark: "question" } },
  { key: "2", says: "Good", command: { does: "mark", mark: "good" } },
  { key: "3", says: "Concern", command: { does: "mark", mark: "concern" } },
  { key: "4", says: "Answered", command: { does: "mark", mark: "answered" } },
  { key: "5", says: "Flag", command: { does: "mark", mark: "flag" } },
  { key: ",", says: "All keys", command: { does: "drawer", drawer: "keys" } },
]

/** The candidate has one thing to reach by chord; the rest of the page is in tab order. */
export const CANDIDATE_BINDINGS: readonly Binding[] = [
  { key: "E", says: "To the editor", command: { does: "editor" } },
]

export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">
export type ChordState = "idle" | "open"
export type Reaction =
  | { kind: "pass" }
  | { kind: "open" }
  | { kind: "wait" }
  | { kind: "cancel" }
  | { kind: "run"; command: Command }

const MODIFIERS = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock"])

/** What one key press does. Everything but "pass" is kept from the field that has the focus. */
export function react(state: ChordState, press: Press, bindings: readonly Binding[] = BINDINGS): Reaction {
  if (state === "idle") return isOpening(press) ? { kind: "open" } : { kind: "pass" }
  if (MODIFIERS.has(press.key)) return { kind: "wait" }
  if (press.metaKey || press.altKey) return { kind: "cancel" }
  const command = bindings.find((binding) => matches(binding.key, press))?.command
  return command === undefined ? { kind: "cancel" } : { kind: "run", command }
}

/** The comma by its character, or, where a layout has it elsewhere, by the physical key. */
function isOpening(press: Press): boolean {
  const comma = press.key === "," || (press.code === "Comma" && !/^[a-z]$/i.test(press.key))
  return comma && press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey
}

function matches(key: string, press: Press): boolean {
  if (press.key.toUpperCase() === key) return true
  if (/^[A-Z]$/.test(key)) return !/^[a-z]$/i.test(press.key) && press.code === `Key${key}`
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`
  return key === "," && press.code === "Comma"
}
