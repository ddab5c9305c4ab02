/** What operations may set. Read from the configuration when the service starts. */
export class Settings {
  workers = 1
  capacity = 0 // how many jobs may wait; 0: any number
  patienceMs = 0 // how long a job waits before it is given up; 0: for ever
  perCustomer = 0 // how many jobs of one customer may wait; 0: any number

  constructor(values: Partial<Settings> = {}) {
    Object.assign(this, values)
  }
}
