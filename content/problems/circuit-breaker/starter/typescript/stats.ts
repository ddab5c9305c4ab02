/** Counters for the dashboard. */
export class Stats {
  asked = 0
  failed = 0
}
