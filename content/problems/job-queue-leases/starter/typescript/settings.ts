/** What operations may set. Read from the configuration when the service starts. */
export type Settings = {
  leaseMs?: number // not used yet
  maxTries?: number // not used yet
}
