/** What operations may set. Read from the configuration when the service starts. */
export type Settings = {
  capacity: number
  ttlMs?: number // 0: for ever
  graceMs?: number // how long an expired name may stand in while the source is down
  unknownTtlMs?: number // how long "no such user" is remembered; 0: not at all
}
