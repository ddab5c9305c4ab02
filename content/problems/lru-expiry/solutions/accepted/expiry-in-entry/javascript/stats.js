/** Counters for the dashboard. */
export class Stats {
  hits = 0
  misses = 0
  evicted = 0 // dropped to make room while still good
  stale = 0 // served past its time because the source was down
}
