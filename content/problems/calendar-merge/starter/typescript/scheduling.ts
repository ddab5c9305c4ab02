/** In minutes. */
export type Interval = { start: number; end: number }

/** The same busy time as a tidy list: in order, no two entries that could be one. */
export function merge(meetings: Interval[]): Interval[] {
  return meetings
}

/** Every slot of at least `minutes` within `window` in which all people are free, in order. */
export function commonFree(calendars: Map<string, Interval[]>, window: Interval, minutes: number): Interval[] {
  return []
}
