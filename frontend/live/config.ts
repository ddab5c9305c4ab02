/** What the page embeds for the room; the server's types are in otherside/live/config.py. */

export type Side = "panel" | "candidate"
export type Member = { number: number; name: string; side: Side }
export type Language = { id: string; name: string; version: string; runs: boolean; fileName: string }
export type Step = { title: string; say: string }
export type Segment = {
  id: string
  kind: string
  title: string
  minutes: number
  doc: string | null
  question: string | null
  steps: readonly Step[]
}
export type HintCard = { step: number; title: string; text: string }
export type FactCard = { id: string; ask: string; answer: string; why: string }
export type EscalationCard = { id: string; title: string; markdown: string }
export type EasingCard = { title: string; markdown: string }
export type ChallengeCard = { level: string; ask: string; listenFor: string }
export type QuestionCard = {
  id: string
  title: string
  markdown: string
  minutes: number
  languages: readonly string[]
  hints: readonly HintCard[]
  facts: readonly FactCard[]
  escalations: readonly EscalationCard[]
  easing: EasingCard | null
  questions: readonly ChallengeCard[]
  guide: string
}
export type ProbeCard = { id: string; claim: string; ask: string; passage: string }
export type PanelPart = {
  questions: readonly QuestionCard[]
  probes: readonly ProbeCard[]
  digest: string
  facts: string
  cardUrl: string
}
export type RoomConfig = {
  you: { member: number; name: string; side: Side }
  interview: {
    id: number
    candidate: string
    title: string
    round: string
    startsAt: string | null
    minutes: number
    callUrl: string
  }
  relay: string
  api: string
  members: readonly Member[]
  languages: readonly Language[]
  segments: readonly Segment[]
  recorded: readonly string[]
  allowed: readonly string[]
  prefs: { hideClock: boolean }
  /** For the first connection, while it is fresh; every other asks for one. */
  ticket: string | null
  /** The document that everybody looks at as the page is made. */
  document: string
  /** Candidate only: where pastes and the window left are told, as "What is recorded" says. */
  observed?: string
  panel: PanelPart | null
}

/** The JSON of a `<script type="application/json">` of this page. Raises when the page has none: our own mistake. */
export function readEmbedded<T>(id: string): T {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page embeds no #${id}`)
  return JSON.parse(element.textContent ?? "") as T
}

/** "Dana" of "Dana Okonjo": how colleagues say it. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
