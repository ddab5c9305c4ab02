import type { LogEntry } from "./room_link"

export type TestResult = { name: string; passed: boolean; expected?: string | null; actual?: string | null }
export type Chunk = { stream: "stdout" | "stderr"; text: string }
export type Finished = {
  outcome: string
  exit_code: number | null
  signal: string | number | null
  stdout: string
  stderr: string
  wall_ms: number
  cpu_ms: number
  memory_bytes: number
  tests: readonly TestResult[]
}
export type Run = {
  id: string
  /** 1 for the first of the hour: what people call it. */
  number: number
  doc: string
  language: string
  mode: string
  by: number
  atMs: number
  finished: (Finished & { atMs: number }) | null
  /** Hidden tests; only the panel's connection ever carries them. */
  hidden: readonly TestResult[] | null
}

/** The runs of the hour, from the entries of `run` and, for the panel, `judge`. */
export function foldRuns(run: readonly LogEntry[], judge: readonly LogEntry[] = []): readonly Run[] {
  const runs = new Map<string, Run>()
  for (const entry of run) {
    const body = entry.body as { run: string; doc: string; language: string; mode?: string } & Finished
    const known = runs.get(body.run)
    if (entry.kind === "run.started" || known === undefined) {
      runs.set(body.run, {
        id: body.run,
        number: known?.number ?? runs.size + 1,
        doc: body.doc,
        language: body.language,
        mode: body.mode ?? "input",
        by: entry.actor,
        atMs: known?.atMs ?? entry.atMs,
        finished: known?.finished ?? null,
        hidden: null,
      })
    }
    const started = runs.get(body.run)
    if (entry.kind === "run.finished" && started !== undefined)
      runs.set(body.run, { ...started, finished: { ...body, tests: body.tests ?? [], atMs: entry.atMs } })
  }
  for (const entry of judge) {
    const { run: id, tests } = entry.body as { run: string; tests: readonly TestResult[] }
    const known = runs.get(id)
    if (entry.kind === "run.judged" && known !== undefined) runs.set(id, { ...known, hidden: tests })
  }
  return [...runs.values()]
}

export function passed(tests: readonly TestResult[]): number {
  return tests.filter((test) => test.passed).length
}

const KEPT_CHARS = 200_000

/** Output of runs that are going on, by run, as it streams; what a finished run printed is in its entry. */
export class RunStreams {
  private readonly texts = new Map<string, readonly Chunk[]>()
  private readonly listeners = new Set<() => void>()
  private readonly decoder = new TextDecoder()

  readonly take = (bytes: Uint8Array): void => {
    const chunk = JSON.parse(this.decoder.decode(bytes)) as Chunk & { run: string }
    const known = this.texts.get(chunk.run) ?? []
    const size = known.reduce((sum, { text }) => sum + text.length, 0)
    if (size > KEPT_CHARS) return
    const last = known.at(-1)
    const next =
      last !== undefined && last.stream === chunk.stream
        ? [...known.slice(0, -1), { stream: last.stream, text: last.text + chunk.text }]
        : [...known, { stream: chunk.stream, text: chunk.text }]
    this.texts.set(chunk.run, next)
    for (const listener of this.listeners) listener()
  }

  readonly of = (run: string): readonly Chunk[] => this.texts.get(run) ?? NONE

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

const NONE: readonly Chunk[] = []
