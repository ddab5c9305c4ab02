/** Figures as people read them. No function here knows the clock. */

const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hour12: false })
const second = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
})

/** The wall clock at a moment of the log, "14:22", in the reader's zone; minutes since opening when that is unknown. */
export function clockAt(openedAt: Date | null, atMs: number): string {
  if (openedAt === null) return `${Math.floor(atMs / 60_000)} min`
  return hour.format(new Date(openedAt.getTime() + atMs))
}

/** The hour's clock at a moment: "12:04" or "1:02:04" in, "-02:10" before it began. As on the scorecard. */
export function hourCode(hourMs: number): string {
  const s = Math.floor(Math.abs(hourMs) / 1000)
  const [hours, minutes] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
  const two = (n: number) => String(n).padStart(2, "0")
  const text = `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(s % 60)}`
  return hourMs <= -1000 ? `-${text}` : text
}

export function clockWithSeconds(at: Date): string {
  return second.format(at)
}

/** "0.41 s", "12.3 s", "1:40". */
export function duration(ms: number): string {
  if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return minutesAndSeconds(ms)
}

export function minutesAndSeconds(ms: number): string {
  const s = Math.floor(ms / 1000)
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`
}

/** "1 min 50 s", "45 s". */
export function spanInWords(ms: number): string {
  const s = Math.round(ms / 1000)
  if (s < 60) return `${s} s`
  return s % 60 === 0 ? `${s / 60} min` : `${Math.floor(s / 60)} min ${s % 60} s`
}

export function megabytes(bytes: number): string {
  const mb = bytes / 1_048_576
  return mb < 10 ? `${mb.toFixed(1)} MB` : `${Math.round(mb)} MB`
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
