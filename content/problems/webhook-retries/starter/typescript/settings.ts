/** What operations may set. Read from the configuration when the service starts. */
export class Settings {
  attempts = 1 // not used yet
  waitMs = 0 // not used yet

  constructor(values: Partial<Settings> = {}) {
    Object.assign(this, values)
  }
}
