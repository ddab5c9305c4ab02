/** What operations may set. Read from the configuration when the service starts. */
export type Settings = {
  capacity: number
  ttlMs?: number // not used yet
}
