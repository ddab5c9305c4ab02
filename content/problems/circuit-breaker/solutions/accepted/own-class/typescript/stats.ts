/** Counters for the dashboard. */
export class Stats {
  asked = 0
  failed = 0
  refused = 0 // not asked, because the carrier is known to be down
  slow = 0 // answered, but late
}
