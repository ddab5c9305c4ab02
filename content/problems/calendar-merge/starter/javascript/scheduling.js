/** The same busy time as a tidy list: in order, no two entries that could be one. */
export function merge(meetings) {
  return meetings
}

/** Every slot of at least `minutes` within `window` in which all people are free, in order. */
export function commonFree(calendars, window, minutes) {
  return []
}
