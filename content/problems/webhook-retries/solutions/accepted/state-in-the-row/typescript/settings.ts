/** What operations may set. Read from the configuration when the service starts. */
export class Settings {
  attempts = 1 // tries in all until an event is given up
  waitMs = 0 // before the second try; then twice as long each time
  pauseAfter = 0 // events given up in a row until a subscriber is paused; 0: never

  constructor(values: Partial<Settings> = {}) {
    Object.assign(this, values)
  }
}
