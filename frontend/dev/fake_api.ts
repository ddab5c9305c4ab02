import { ApiError, type Bodies, type RoomApi } from "../live/api"
import type { RoomConfig } from "../live/config"
import type { FakeHub } from "./fake_room"

const HELLO = "print('Hello from another language')\n"

/** Answers the room's POSTs as the server would: by writing what they mean into the log. */
export function fakeApi(hub: FakeHub, config: RoomConfig, sent: string[] = []): RoomApi {
  const me = config.you.member
  let runs = 0
  const does: { [K in keyof Bodies]: (body: Bodies[K]) => unknown } = {
    ticket: () => ({ ticket: "fake" }),
    begin: () => hub.append("outline", "hour.begun", {}, me),
    end: () => hub.append("outline", "hour.ended", {}, me),
    pause: (body) => hub.append("outline", "clock.paused", body, me),
    resume: () => hub.append("outline", "clock.resumed", {}, me),
    segment: ({ segment }) => {
      const index = config.segments.findIndex((one) => one.id === segment)
      const { title, minutes } = config.segments[index] ?? { title: "", minutes: 0 }
      hub.append("outline", "segment.begun", { segment, ordinal: index + 1, title, minutes }, me)
    },
    reveal: ({ question, revision }) => {
      const card = config.panel?.questions.find((one) => one.id === question)
      const harder = card?.escalations[revision - 1]?.markdown ?? ""
      hub.seed("doc:q1", "python", STARTER)
      hub.append(
        "outline",
        "statement.shown",
        { doc: "doc:q1", question, title: card?.title, markdown: `${card?.markdown}\n\n${harder}`, revision },
        me,
      )
    },
    hint: ({ question, step, said, text }) => {
      if (text?.includes("fail") === true)
        throw new ApiError(
          "conflict",
          "The hint was not sent: the room is busy. Say it aloud, or send it again.",
        )
      hub.append(said ? "help" : "hint", said ? "help.said" : "hint.shown", { question, step, text }, me)
    },
    fact: ({ question, fact }) => hub.append("help", "fact.given", { question, fact, text: "" }, me),
    mark: ({ kind, text, backMs }) =>
      hub.append(`mark:${me}`, "mark.set", { kind, text, of_ms: hub.nowMs() - backMs }, me),
    probe: (body) => hub.append(`mark:${me}`, "probe.set", body, me),
    language: ({ doc, language }) => hub.seed(doc, language, { [`main.${language}`]: HELLO }),
    stop: ({ run }) => {
      const started = hub.tracks.get("run")?.find((one) => (one.body as { run: string }).run === run)
      const ended = { outcome: "stopped", exit_code: null, signal: null, stdout: "", stderr: "" }
      const cost = { wall_ms: 3_200, cpu_ms: 3_100, memory_bytes: 9_000_000, tests: [] }
      const of = (started?.body ?? { run, doc: "doc:q1", language: "python", mode: "input" }) as object
      hub.append("run", "run.finished", { ...of, ...ended, ...cost }, me)
    },
    late: ({ minutes, reason }) => hub.append("presence", "presence.late", { minutes, reason }),
    run: ({ doc, language, files, stdin, mode }) => {
      const run = `r${++runs}`
      hub.append("run", "run.started", { run, doc, language, mode }, me)
      hub.stream("run", { run, stream: "stdout", text: "Hello\n" })
      setTimeout(() => {
        const ok = { outcome: "ok", exit_code: 0, signal: null, stdout: "Hello\n", stderr: "" }
        const cost = { wall_ms: 41, cpu_ms: 30, memory_bytes: 9_000_000, tests: [] }
        hub.append("run", "run.finished", { run, doc, language, mode, files, stdin, ...ok, ...cost }, me)
      }, 300)
      return { run }
    },
  }
  return {
    async post(what, body) {
      sent.push(what)
      return (does[what](body) ?? {}) as never
    },
  }
}

export const STARTER = {
  "limiter.py": `from collections import defaultdict, deque

from clock import Clock, Rule


class RateLimiter:
    """Sliding log: the times of recent requests, one deque per key."""

    def __init__(self, rule: Rule, clock: Clock) -> None:
        self.rule = rule
        self.clock = clock
        self.hits: dict[str, deque[float]] = defaultdict(deque)

    def allow(self, key: str) -> bool:
        now = self.clock.now_s()
        hits = self.hits[key]
        while hits and hits[0] <= now - self.rule.window_s:
            hits.popleft()
        if len(hits) >= self.rule.limit:
            return False
        hits.append(now)
        return True

    def retry_after_s(self, key: str) -> float:
        # idle keys are never dropped?
        hits = self.hits[key]
        return hits[0] + self.rule.window_s
`,
  "clock.py": "class Clock:\n    def now_s(self) -> float: ...\n",
  "test_limiter.py": "from limiter import RateLimiter\n",
}
