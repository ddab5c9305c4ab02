/** What operations may set. Read from the configuration when the service starts. */
export class Settings {
  workers = 1
  capacity = 0 // not used yet

  constructor(values: Partial<Settings> = {}) {
    Object.assign(this, values)
  }
}
