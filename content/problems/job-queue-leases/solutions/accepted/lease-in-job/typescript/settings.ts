/** What operations may set. Read from the configuration when the service starts. */
export type Settings = {
  leaseMs?: number // 0: for ever
  maxTries?: number // 0: no limit
  backoffMs?: number // after the first try, then doubled
}
