import type { Language, QuestionCard, RoomConfig, Segment, Side } from "../live/config"

/** An hour like a real one, for the dev pages and the tests. */
export const LIMITER: QuestionCard = {
  id: "rate-limiter",
  title: "Rate limiter",
  minutes: 22,
  languages: ["python", "go", "java"],
  markdown: `Our public API lets each customer make a number of requests in a span of time. Finish \`limiter.py\` so that the gateway can ask two things:

- \`allow(key)\`: may this request pass? If it may, count it.
- \`retry_after_s(key)\`: how many seconds until the next one may?

\`\`\`
Rule(limit=3, window_s=10)
t=0, 1, 2   allow → True
t=3         allow → False
            retry_after_s → 7.0
\`\`\`

Read the time from \`clock\`, so that tests can set it. Ask about anything that is not written here.`,
  hints: [
    { step: 1, title: "what still counts", text: "Which requests still matter at this moment?" },
    {
      step: 2,
      title: "when the oldest falls out",
      text: "When is the oldest request in the deque no longer counted? Your answer to the caller is the time until then.",
    },
    {
      step: 3,
      title: "where the minus sign belongs",
      text: "The test is off by exactly 1,000. Which clock reading is missing?",
    },
    { step: 4, title: "the line itself", text: "Return hits[0] + window_s - clock.now_s()." },
  ],
  facts: [
    {
      id: "process",
      ask: "May I assume a single process?",
      answer: "Yes, one process. Two servers come later, as the harder version.",
      why: "Otherwise the count needs a shared store.",
    },
    {
      id: "keys",
      ask: "How many keys are there?",
      answer: "Customer numbers. About 200,000 of them are active in an hour.",
      why: "Memory.",
    },
    {
      id: "exact",
      ask: "May the count be a little wrong?",
      answer: "Yes, by one request in a hundred.",
      why: "Opens approximations.",
    },
  ],
  escalations: [
    {
      id: "two",
      title: "Two servers",
      markdown: "## Two servers\n\nTwo gateways now share one limit. What changes?",
    },
    { id: "burst", title: "Bursts", markdown: "## Bursts\n\nAllow short bursts of twice the limit." },
  ],
  easing: { title: "One key only", markdown: "There is only one customer. Forget the keys." },
  questions: [
    {
      level: "junior",
      ask: "What is the cost of popleft?",
      listenFor: "constant time, why a list would not be",
    },
    {
      level: "senior",
      ask: "Take one busy key: what does your deque cost?",
      listenFor: "a thousand a second times an hour; counters per slice",
    },
    { level: "senior", ask: "What happens when the clock steps back?", listenFor: "monotonic time" },
  ],
  guide: "Let them ask. **Do not** correct the sign error before the tests show it.",
}

const LANGUAGES: readonly Language[] = [
  { id: "python", name: "Python", version: "3.11", runs: true, fileName: "main.py" },
  { id: "go", name: "Go", version: "1.19", runs: true, fileName: "main.go" },
  { id: "java", name: "Java", version: "17", runs: true, fileName: "Main.java" },
  { id: "rust", name: "Rust", version: "", runs: false, fileName: "main.rs" },
]

const SEGMENTS: readonly Segment[] = [
  {
    id: "welcome",
    kind: "welcome",
    title: "Welcome",
    minutes: 5,
    doc: "doc:pad",
    question: null,
    steps: [
      {
        title: "introduce yourself",
        say: "I am Alice, I work on the ledger. We have an hour, and the last five minutes are yours.",
      },
      {
        title: "try the pad together",
        say: "Please type your name on the pad and press Run, so that we know it works.",
      },
    ],
  },
  {
    id: "first",
    kind: "problem",
    title: "Rate limiter",
    minutes: 22,
    doc: "doc:q1",
    question: "rate-limiter",
    steps: [
      { title: "let them explain first", say: "Before you type: how would you go about it?" },
      {
        title: "challenge the memory",
        say: "Take one busy key: a thousand requests a second, and a window of an hour. What does your deque cost?",
      },
      { title: "tidy up after green", say: "It works. Which part would you show a colleague last?" },
    ],
  },
  {
    id: "disagree",
    kind: "disagree",
    title: "Disagree",
    minutes: 6,
    doc: null,
    question: null,
    steps: [{ title: "take the other side", say: "I would have used a counter per second. Why not?" }],
  },
  {
    id: "second",
    kind: "second-half",
    title: "Second half, not chosen yet",
    minutes: 22,
    doc: null,
    question: null,
    steps: [],
  },
  {
    id: "asks",
    kind: "candidate-asks",
    title: "Dana asks",
    minutes: 5,
    doc: null,
    question: null,
    steps: [],
  },
]

const PUBLIC: readonly Segment[] = SEGMENTS.map((segment, index) => ({
  ...segment,
  title: ["Hello", "First problem", "Talk", "Second half", "You ask"][index] ?? "",
  doc: null,
  question: null,
  steps: [],
}))

export function sampleConfig(side: Side): RoomConfig {
  const panel = side === "panel"
  return {
    you: { member: panel ? 1 : 3, name: panel ? "Alice Lindqvist" : "Dana Okonjo", side },
    interview: {
      id: 12,
      candidate: "Dana Okonjo",
      title: panel ? "Senior backend, Payments" : "Kestrel Payments",
      round: "round 1 of 3",
      startsAt: null,
      minutes: 60,
      callUrl: "",
    },
    relay: "/relay",
    api: "/interviews/12/room/",
    members: [
      { number: 1, name: "Alice Lindqvist", side: "panel" },
      { number: 3, name: "Dana Okonjo", side: "candidate" },
    ],
    languages: LANGUAGES,
    segments: panel ? SEGMENTS : PUBLIC,
    recorded: [
      "What is typed, run and drawn here, and when",
      "Large pastes, and when this window is not in front",
      "Not your camera, voice or screen",
    ],
    allowed: [
      "Any documentation, and asking Alice",
      "No AI assistants in this round",
      "Being stuck for a while is normal",
    ],
    prefs: { hideClock: false },
    ticket: null,
    document: "doc:q1",
    panel: panel
      ? {
          questions: [LIMITER],
          probes: [
            {
              id: "p1",
              claim: "Led the move to Kafka",
              ask: "What did you decide yourself, and what would you redo?",
              passage: "Led migration of 40 services to Kafka",
            },
            {
              id: "p2",
              claim: "Cut p99 by 80 %",
              ask: "How was it measured, and what was the first thing that did not help?",
              passage: "reduced p99 latency by 80%",
            },
          ],
          digest: "Nine years, six of them on payments. Now: staff engineer at a bank.",
          facts: "- Team of seven, two in Lagos\n- On call one week in six\n- The next round is a design",
          cardUrl: "/scorecards/12/",
        }
      : null,
  }
}
