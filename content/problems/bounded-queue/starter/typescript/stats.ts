/** Counters for the dashboard. */
export class Stats {
  accepted = 0
  done = 0
}
