import { FONT_PX, type Settings } from "../editor/settings"

type SettingsMenuProps = { settings: Settings; onSettings: (settings: Settings) => void }

/** Matters of taste; they stay in this browser and nobody else sees them. */
export function SettingsMenu({ settings, onSettings }: SettingsMenuProps) {
  const set = (changed: Partial<Settings>) => onSettings({ ...settings, ...changed })
  return (
    <details className="menu settings">
      <summary>Settings</summary>
      <div>
        <label className="row">
          <input
            type="checkbox"
            checked={settings.vim}
            onChange={(event) => set({ vim: event.target.checked })}
          />
          Vim keys
        </label>
        <label className="row">
          <input
            type="checkbox"
            checked={settings.wrap}
            onChange={(event) => set({ wrap: event.target.checked })}
          />
          Wrap long lines
        </label>
        <label className="row">
          Theme
          <select
            value={settings.theme}
            onChange={(event) => set({ theme: event.target.value as Settings["theme"] })}
          >
            <option value="">as the system</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
        <label className="row">
          Code size
          <input
            type="number"
            min={FONT_PX.min}
            max={FONT_PX.max}
            value={settings.fontPx}
            onChange={(event) => {
              const px = event.target.valueAsNumber
              if (px >= FONT_PX.min && px <= FONT_PX.max) set({ fontPx: px })
            }}
          />
          px
        </label>
      </div>
    </details>
  )
}
