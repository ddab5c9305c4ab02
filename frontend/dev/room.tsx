import { createRoot } from "react-dom/client"
import { applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness"
import * as Y from "yjs"
import { App } from "../live/App"
import type { Side } from "../live/config"
import { fakeApi, STARTER } from "./fake_api"
import { FakeHub, type FakeRoom } from "./fake_room"
import { LIMITER, sampleConfig } from "./sample"
import "../../src/otherside/web/static/otherside/tokens.css"
import "../../src/otherside/web/static/otherside/parts.css"
import "../parts/room.css"
import "../parts/candidate.css"

/** The room on a fake connection: `room.html?side=panel&at=hour`, for looking at it and for the browser tests. */
const asked = new URLSearchParams(location.search)
const side: Side = asked.get("side") === "candidate" ? "candidate" : "panel"
const at = asked.get("at") ?? "hour"
const theme = asked.get("theme")
if (theme !== null) document.documentElement.dataset.theme = theme

const minute = 60_000
const config = sampleConfig(side)
if (asked.get("observed") === "yes") config.observed = "/observed/"
if (asked.get("clock") === "hidden") config.prefs = { hideClock: true }
const hub = new FakeHub(at === "lobby" ? 4 * minute : 24 * minute)
const room = hub.join(config.you.member)
const sent: string[] = []
const api = fakeApi(hub, config, sent)
const openedAt = new Date()
openedAt.setHours(13, 55, 0, 0)
hub.append("outline", "hour.opened", { opened_at: openedAt.toISOString(), minutes: 60 }, 1, 0)
hub.seed("doc:pad", "python", {
  "main.py": 'print("Hello. This pad is for trying things out; nothing here is judged.")\n',
})
hub.append("presence", "presence.joined", { member: 1 }, 0, 1000)
if (at !== "lobby" || asked.get("here") === "yes")
  hub.append("presence", "presence.joined", { member: 3 }, 0, 3 * minute)
if (asked.get("away") === "yes")
  hub.append("presence", "presence.quiet", { member: 3, since_ms: 23 * minute }, 3, 23.2 * minute)
if (at !== "lobby") play()

function play(): void {
  const begun = 5 * minute
  hub.append("outline", "hour.begun", {}, 1, begun)
  for (const [index, from] of [0, 5].entries()) {
    const segment = config.segments[index]
    if (segment === undefined) continue
    const body = { segment: segment.id, ordinal: index + 1, title: segment.title, minutes: segment.minutes }
    hub.append("outline", "segment.begun", body, 1, begun + from * minute)
  }
  hub.seed("doc:q1", "python", STARTER)
  const shown = {
    doc: "doc:q1",
    question: LIMITER.id,
    title: LIMITER.title,
    markdown: LIMITER.markdown,
    revision: 0,
  }
  hub.append("outline", "statement.shown", shown, 1, begun + 5 * minute)
  hub.append(
    "help",
    "help.said",
    { question: LIMITER.id, step: 1, text: LIMITER.hints[0]?.text },
    1,
    16 * minute,
  )
  hub.append(
    "hint",
    "hint.shown",
    {
      question: LIMITER.id,
      step: null,
      text: "Keys are customer numbers. About 200,000 of them are active in an hour.",
    },
    1,
    18 * minute,
  )
  hub.append("help", "fact.given", { question: LIMITER.id, fact: "keys", text: "" }, 1, 18 * minute)
  hub.append(
    "mark:1",
    "mark.set",
    { kind: "good", text: "Explained before coding", of_ms: 12 * minute },
    1,
    12 * minute,
  )
  hub.append("mark:1", "mark.set", { kind: "question", text: "", of_ms: 15 * minute }, 1, 15 * minute)
  room.doc("notes:1").getMap("steps").set("first:0", "said")
  ran()
  cursor()
  if (at === "paused")
    hub.append("outline", "clock.paused", { reason: "The candidate's line is down" }, 1, 23 * minute)
  if (at === "lost") setTimeout(() => room.lose(new Date(Date.now() - 12_000)), 100)
  if (at === "ended") {
    hub.append("outline", "hour.ended", {}, 1, 23.5 * minute)
    room.writable = (track) => track.startsWith("notes:")
  }
}

function ran(): void {
  const names = [
    "lets requests through up to the limit",
    "refuses the one after",
    "keeps keys apart",
    "says how long to wait",
  ]
  const tests = names.map((name, index) => ({
    name,
    passed: at === "green" || index < 3,
    expected: index < 3 ? "True" : "7.0",
    actual: index < 3 ? "True" : "1007.0",
  }))
  for (let number = 1; number <= 6; number++) {
    const run = `run-${number}`
    const body = { run, doc: "doc:q1", language: "python", mode: "visible" }
    hub.append("run", "run.started", body, 3, (17 + number) * minute)
    if (number === 6 && at === "running") {
      setTimeout(
        () => hub.stream("run", { run, stream: "stdout", text: "allows up to the limit ... ok\n" }),
        200,
      )
      return
    }
    const limit = at === "limit" && number === 6
    hub.append(
      "run",
      "run.finished",
      {
        ...body,
        files: {},
        stdin: "",
        outcome: limit ? "cpu-limit" : "ok",
        exit_code: 0,
        signal: null,
        stdout: limit ? "counting 1\ncounting 2\n" : "",
        stderr: "",
        wall_ms: 410,
        cpu_ms: limit ? 10_000 : 380,
        memory_bytes: 31 * 1_048_576,
        tests: limit ? [] : tests,
      },
      3,
      (17 + number) * minute + 500,
    )
    if (!limit)
      hub.append(
        "judge",
        "run.judged",
        {
          run,
          tests: [...tests, ...tests.slice(0, 3)].map((t, i) => ({
            ...t,
            name: `hidden ${i + 1}`,
            passed: at === "green" || (t.passed && i !== 4),
          })),
        },
        0,
        (17 + number) * minute + 600,
      )
  }
}

/** The other one's cursor. */
function cursor(): void {
  const other: FakeRoom = hub.join(side === "panel" ? 3 : 1)
  const doc = other.doc("doc:q1")
  const text = doc.getText("file:limiter.py")
  const awareness = other.awareness("doc:q1")
  const place =
    text.toString().indexOf(side === "panel" ? "dropped?" : "] <= now") + (side === "panel" ? 8 : 0)
  const position = Y.createRelativePositionFromTypeIndex(text, place)
  awareness.setLocalState({
    user: { name: "set by the relay", member: other.member },
    cursor: { anchor: position, head: position },
  })
  const pass = () =>
    applyAwarenessUpdate(
      room.awareness("doc:q1"),
      encodeAwarenessUpdate(awareness, [awareness.clientID]),
      "hub",
    )
  setTimeout(pass, 50)
  setTimeout(pass, 400)
}

Object.assign(window, { dev: { hub, room, sent } })
const box = document.getElementById("room")
if (box !== null) createRoot(box).render(<App config={config} room={room} api={api} />)
