const DAY = 24 * 60

/** The same busy time as a tidy list: in order, no two entries that could be one. */
export function merge(meetings) {
  const tidy = []
  for (const { start, end } of [...meetings].sort((a, b) => a.start - b.start)) {
    if (start === end) continue // a reminder, not a meeting
    const last = tidy[tidy.length - 1]
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else tidy.push({ start, end })
  }
  return tidy
}

/** Every slot of at least `minutes` within `window` in which all people are free, in order. */
export function commonFree(calendars, window, minutes) {
  return gaps(merge([...calendars.values()].flat()), window).filter(
    ({ start, end }) => end - start >= minutes,
  )
}

/** What a tidy list leaves of the window. */
function gaps(busy, window) {
  const free = []
  let at = window.start
  for (const { start, end } of busy) {
    if (start >= window.end) break
    if (start > at) free.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (at < window.end) free.push({ start: at, end: window.end })
  return free
}

/** Slots in which, at every moment, at least `people` are free: sweeps over starts and ends. */
export function freeFor(calendars, window, minutes, people) {
  const changes = new Map([
    [window.start, 0],
    [window.end, 0],
  ])
  for (const meetings of calendars.values())
    for (const meeting of merge(meetings)) {
      // Tidied, so that nobody is busy twice at once.
      const start = Math.max(meeting.start, window.start)
      const end = Math.min(meeting.end, window.end)
      if (start >= end) continue
      changes.set(start, (changes.get(start) ?? 0) - 1)
      changes.set(end, (changes.get(end) ?? 0) + 1)
    }
  const slots = []
  let free = calendars.size
  let openSince = null
  for (const [moment, change] of [...changes].sort(([a], [b]) => a - b)) {
    free += change
    const enough = free >= people && moment < window.end
    if (enough && openSince === null) openSince = moment
    else if (!enough && openSince !== null) {
      slots.push({ start: openSince, end: moment })
      openSince = null
    }
  }
  return slots.filter(({ start, end }) => end - start >= minutes)
}

/** When somebody is not at work, in UTC: the rest of the window around each day's local hours. */
export function offHours(hours, zones, window) {
  const atWork = []
  const changes = [...zones].sort((a, b) => a.since - b.since)
  for (const [number, { since, offset }] of changes.entries()) {
    const next = changes[number + 1]
    const start = number === 0 ? window.start : Math.max(window.start, since)
    const end = next === undefined ? window.end : Math.min(window.end, next.since)
    if (start >= end) continue
    const lastDay = Math.floor((end + offset) / DAY)
    for (let day = Math.floor((start + offset) / DAY); day <= lastDay; day++) {
      const opens = Math.max(start, day * DAY + hours.start - offset)
      const closes = Math.min(end, day * DAY + hours.end - offset)
      if (opens < closes) atWork.push({ start: opens, end: closes })
    }
  }
  return gaps(merge(atWork), window)
}
