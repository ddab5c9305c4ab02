import type { Clock } from "./clock"
import type { Event } from "./event"

/** Stands for the way to the subscribers. Prints what is posted. Leave this file as it is. */
export class Network {
  statuses = new Map<string, number>()

  constructor(private readonly clock: Clock) {}

  /** The status that the subscriber answers; from 200 to 299 it has taken the event. */
  post(event: Event): number {
    const status = this.statuses.get(event.subscriber) ?? 200
    console.log(`=> ${this.clock.nowMs()} ${event.subscriber} ${event.name} ${status}`)
    return status
  }
}
