/** Counters for the dashboard. */
export class Stats {
  sent = 0
  failed = 0
  dead = 0 // events that were given up
}
