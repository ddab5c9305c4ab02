/** What operations may set. Read from the configuration when the service starts. */
export class Settings {
  threshold = 0 // failures in a row until a carrier is left alone; 0: never
  openMs = 0 // for how long
  slowMs = 0 // from when on an answer counts as a failure; 0: never

  constructor(values: Partial<Settings> = {}) {
    Object.assign(this, values)
  }
}
