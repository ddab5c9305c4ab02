/** What is a matter of taste, kept in this browser only. */
export type Settings = {
  vim: boolean
  fontPx: number
  wrap: boolean
  /** "" follows the system. */
  theme: "" | "light" | "dark"
}
export const DEFAULTS: Settings = { vim: false, fontPx: 13, wrap: false, theme: "" }
export const FONT_PX = { min: 11, max: 24 }

const KEY = "otherside.editor"
const THEME_KEY = "otherside.theme" // shared with the pages, see web/static/otherside/theme.js

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">

/** Settings as kept; whatever is damaged or out of range falls back to its default. */
export function readSettings(store: Store): Settings {
  let kept: Partial<Record<keyof Settings, unknown>> = {}
  try {
    kept = JSON.parse(store.getItem(KEY) ?? "{}") as typeof kept
  } catch {
    // Somebody else's text under our key: start from the defaults.
  }
  const theme = store.getItem(THEME_KEY)
  const fontPx = typeof kept.fontPx === "number" ? kept.fontPx : DEFAULTS.fontPx
  return {
    vim: kept.vim === true,
    wrap: kept.wrap === true,
    fontPx: Math.min(FONT_PX.max, Math.max(FONT_PX.min, Math.round(fontPx))),
    theme: theme === "light" || theme === "dark" ? theme : "",
  }
}

export function keepSettings(store: Store, settings: Settings): void {
  const { theme, ...rest } = settings
  store.setItem(KEY, JSON.stringify(rest))
  if (theme === "") store.removeItem(THEME_KEY)
  else store.setItem(THEME_KEY, theme)
}
