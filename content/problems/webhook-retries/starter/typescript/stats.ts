/** Counters for the dashboard. */
export class Stats {
  sent = 0
  failed = 0
}
