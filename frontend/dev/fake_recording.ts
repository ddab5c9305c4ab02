import * as Y from "yjs"
import type { RecordingPage } from "../replay/recording"
import { STARTER } from "./fake_api"
import { LIMITER } from "./sample"

const minute = 60_000

/** An hour as the server would page it: Dana types the limiter key by key, with runs, hints and marks. */
export function fakeRecording(seed = 7): RecordingPage {
  const random = mulberry(seed)
  const updates: { atMs: number; actor: number; track: string; update: string }[] = []
  const typist = (track: string, actor: number) => {
    const doc = new Y.Doc()
    let atMs = 0
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "other")
        updates.push({ atMs, actor: origin === "house" ? 0 : actor, track, update: base64(update) })
    })
    return {
      doc,
      at: (ms: number) => {
        atMs = ms
      },
    }
  }
  const { doc, at } = typist("doc:q1", 3)
  at(10 * minute)
  doc.transact(() => {
    doc.getMap("meta").set("language", "python")
    for (const [order, path] of ["limiter.py", "clock.py", "test_limiter.py"].entries()) {
      const entry = new Y.Map<unknown>()
      entry.set("order", order)
      doc.getMap("files").set(path, entry)
    }
    doc.getText("file:clock.py").insert(0, STARTER["clock.py"])
    doc.getText("file:test_limiter.py").insert(0, STARTER["test_limiter.py"])
    doc.getText("file:limiter.py").insert(0, "from collections import defaultdict, deque\n\n")
  }, "house")
  const text = doc.getText("file:limiter.py")
  let now = 13 * minute
  for (const letter of STARTER["limiter.py"].slice(43)) {
    now += 120 + random() * 500 + (letter === "\n" && random() < 0.4 ? random() * 90_000 : 0)
    at(now)
    text.insert(text.length, letter)
  }
  const names = [
    "lets requests through up to the limit",
    "refuses the one after",
    "keeps keys apart",
    "says how long to wait",
  ]
  const run = (number: number, atMs: number, green: number) => [
    entry(atMs, 3, "run", "run.started", {
      run: `r${number}`,
      doc: "doc:q1",
      language: "python",
      mode: "visible",
    }),
    entry(atMs + 410, 0, "run", "run.finished", {
      run: `r${number}`,
      doc: "doc:q1",
      language: "python",
      files: {},
      stdin: "",
      outcome: "ok",
      exit_code: 0,
      signal: null,
      stdout: "",
      stderr: "",
      wall_ms: 410,
      cpu_ms: 380,
      memory_bytes: 31 * 1_048_576,
      tests: names.map((name, index) => ({
        name,
        passed: index < green,
        expected: "7.0",
        actual: index < green ? "7.0" : "1007.0",
      })),
    }),
  ]
  const entries = [
    entry(0, 1, "outline", "hour.opened", { opened_at: "2026-06-10T12:55:00Z", minutes: 60 }),
    entry(5 * minute, 1, "outline", "hour.begun", {}),
    entry(5 * minute, 1, "outline", "segment.begun", {
      segment: "welcome",
      ordinal: 1,
      title: "Welcome",
      minutes: 5,
    }),
    entry(10 * minute, 1, "outline", "segment.begun", {
      segment: "first",
      ordinal: 2,
      title: "Rate limiter",
      minutes: 22,
    }),
    entry(10 * minute, 1, "outline", "statement.shown", {
      doc: "doc:q1",
      question: LIMITER.id,
      title: LIMITER.title,
      markdown: LIMITER.markdown,
      revision: 0,
    }),
    entry(12 * minute, 1, "mark:1", "mark.set", {
      kind: "good",
      text: "Explained before coding",
      of_ms: 12 * minute,
    }),
    entry(16 * minute, 1, "help", "help.said", {
      question: LIMITER.id,
      step: 1,
      text: LIMITER.hints[0]?.text,
    }),
    ...run(1, 18 * minute, 1),
    ...run(2, 21 * minute, 2),
    entry(24 * minute, 1, "hint", "hint.shown", {
      question: LIMITER.id,
      step: 2,
      text: LIMITER.hints[1]?.text,
    }),
    entry(25 * minute, 1, "mark:1", "mark.set", {
      kind: "question",
      text: "Asked: one process?",
      of_ms: 25 * minute,
    }),
    ...run(3, 27 * minute, 4),
    entry(28 * minute, 1, "mark:1", "mark.set", { kind: "concern", text: "", of_ms: 28 * minute }),
    entry(32 * minute, 1, "outline", "segment.begun", {
      segment: "second",
      ordinal: 3,
      title: "Second half",
      minutes: 28,
    }),
    entry(60 * minute, 1, "outline", "segment.begun", {
      segment: "asks",
      ordinal: 4,
      title: "Dana asks",
      minutes: 5,
    }),
    entry(65 * minute, 1, "outline", "hour.ended", {}),
  ]
  return {
    openedAt: "2026-06-10T12:55:00Z",
    endedAt: "2026-06-10T14:00:00Z",
    members: [
      { number: 1, name: "Alice Lindqvist", side: "panel" },
      { number: 3, name: "Dana Okonjo", side: "candidate" },
    ],
    segments: entries
      .filter((e) => e.kind === "segment.begun")
      .map((e) => ({
        ...(e.body as { segment: string; ordinal: number; title: string; minutes: number }),
        atMs: e.atMs,
      })),
    chain: { verified: true, entries: entries.length + updates.length, link: "5f1c", problem: null },
    entries,
    updates,
    next: null,
  }
}

function entry(atMs: number, actor: number, track: string, kind: string, body: unknown) {
  return { atMs, actor, track, kind, version: 1, body }
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** A small seeded generator, so that a picture is the same picture tomorrow. */
function mulberry(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
