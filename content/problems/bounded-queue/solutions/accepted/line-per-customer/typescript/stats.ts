/** Counters for the dashboard. */
export class Stats {
  accepted = 0
  done = 0
  refused = 0 // no place was free
  expired = 0 // waited too long, and was never started
}
