/** The recording as the server pages it, and as one piece. Numbers of the log's own order are never in it. */

export type RecordedEntry = {
  atMs: number
  actor: number
  track: string
  kind: string
  version: number
  body: unknown
}
export type RecordedUpdate = { atMs: number; actor: number; track: string; update: string; merged?: boolean }
export type RecordedMember = { number: number; name: string; side: "panel" | "candidate" | string }
export type RecordedSegment = {
  atMs: number
  segment: string
  ordinal: number
  title: string
  minutes: number
}
export type Chain = { verified: boolean; entries: number; link: string; problem: string | null }
export type RecordingPage = {
  openedAt: string | null
  endedAt: string | null
  members: readonly RecordedMember[]
  segments: readonly RecordedSegment[]
  chain: Chain
  entries: readonly RecordedEntry[]
  updates: readonly RecordedUpdate[]
  next?: number | null
}
export type Change = { atMs: number; actor: number; track: string; bytes: Uint8Array; merged: boolean }
export type Recording = {
  openedAt: Date | null
  startMs: number
  begunMs: number
  endMs: number
  members: readonly RecordedMember[]
  segments: readonly RecordedSegment[]
  chain: Chain
  entries: readonly RecordedEntry[]
  changes: readonly Change[]
}
export type ReplayConfig = {
  recording: string
  atMs: number | null
  candidate: string
  title: string
  round: string
  cardUrl: string
}

const PAGES_MAX = 200
/** Of the lobby the axis shows a tenth of the hour at most: what matters came after it. */
const LOBBY_SHARE = 0.1

/** All pages, one after the other; `onPage` is told how many entries and changes have come. */
export async function loadRecording(
  url: string,
  onPage: (come: number) => void = () => undefined,
  fetchIt: typeof fetch = (...args) => fetch(...args),
): Promise<Recording> {
  const pages: RecordingPage[] = []
  let from: number | null = 0
  let come = 0
  while (from !== null && pages.length < PAGES_MAX) {
    const address: string = from === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}from=${from}`
    const response = await fetchIt(address, { headers: { Accept: "application/json" } })
    if (!response.ok)
      throw new Error(`The recording could not be read: the server answered ${response.status}.`)
    const page = (await response.json()) as RecordingPage
    pages.push(page)
    come += page.entries.length + page.updates.length
    onPage(come)
    from = page.next ?? null
  }
  return joined(pages)
}

export function joined(pages: readonly RecordingPage[]): Recording {
  const first = pages[0]
  if (first === undefined) throw new Error("a recording has at least one page")
  const entries = pages.flatMap((page) => page.entries)
  const changes = pages.flatMap((page) => page.updates.map(changeOf))
  const openedAt = first.openedAt === null ? null : new Date(first.openedAt)
  const lastMs = Math.max(0, entries.at(-1)?.atMs ?? 0, changes.at(-1)?.atMs ?? 0)
  const endedMs =
    first.endedAt === null || openedAt === null
      ? lastMs
      : new Date(first.endedAt).getTime() - openedAt.getTime()
  const begunMs = entries.find((entry) => entry.kind === "hour.begun")?.atMs ?? 0
  return {
    openedAt,
    startMs: Math.round(Math.max(0, begunMs - LOBBY_SHARE * Math.max(endedMs - begunMs, 60_000))),
    begunMs,
    endMs: Math.max(endedMs, begunMs + 1000),
    members: first.members,
    segments: first.segments,
    chain: pages.at(-1)?.chain ?? first.chain,
    entries,
    changes,
  }
}

function changeOf({ atMs, actor, track, update, merged }: RecordedUpdate): Change {
  return { atMs, actor, track, bytes: bytesOf(update), merged: merged ?? false }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
