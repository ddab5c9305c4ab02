import type { Run } from "./runs"
import { duration, megabytes } from "./words"

export type Told = { tone: "good" | "warn" | "bad" | ""; word: string; sentence: string | null }

/** An outcome in plain words with its limit, never as a verdict on the person. */
export function outcomeInWords(run: Run): Told {
  const done = run.finished
  if (done === null) return { tone: "", word: "… running", sentence: null }
  const kept = "Output up to there is below."
  switch (done.outcome) {
    case "ok":
      return { tone: "good", word: "✓ finished", sentence: null }
    case "nonzero":
      return {
        tone: "warn",
        word: `ended with code ${done.exit_code ?? "?"}`,
        sentence: null,
      }
    case "compile-error":
      return {
        tone: "warn",
        word: "did not compile",
        sentence: "The compiler's own words are below; nothing ran.",
      }
    case "cpu-limit":
      return stopped(`It used ${seconds(done.cpu_ms)} of processor time, which is the limit. ${kept}`)
    case "wall-limit":
      return stopped(
        `It took ${seconds(done.wall_ms)}, which is the limit; it may have waited for input. ${kept}`,
      )
    case "memory-limit":
      return stopped(`It used ${megabytes(done.memory_bytes)} of memory, which is the limit. ${kept}`)
    case "output-limit":
      return stopped("It printed more than is kept. The beginning is below.")
    case "file-limit":
      return stopped(`It wrote a larger file than is allowed. ${kept}`)
    case "process-limit":
      return stopped(`It started more processes than are allowed. ${kept}`)
    case "stopped":
      return stopped(
        done.wall_ms > 0 ? `By hand, after ${duration(done.wall_ms)}. ${kept}` : "It never began.",
      )
    case "signal":
      return { tone: "warn", word: `ended by signal ${done.signal ?? "?"}`, sentence: kept }
    case "sandbox-error":
      return {
        tone: "bad",
        word: "! did not run",
        sentence: "Our runner failed, not the code. Run it again; if that fails too, go on without running.",
      }
    default:
      return { tone: "warn", word: done.outcome, sentence: null }
  }
}

/** "0.41 s, 31 MB" */
export function costOf(run: Run): string {
  const done = run.finished
  if (done === null) return ""
  return done.memory_bytes > 0
    ? `${duration(done.wall_ms)}, ${megabytes(done.memory_bytes)}`
    : duration(done.wall_ms)
}

function stopped(sentence: string): Told {
  return { tone: "warn", word: "stopped", sentence }
}

function seconds(ms: number): string {
  const s = ms / 1000
  return `${Number.isInteger(s) ? s : s.toFixed(1)} s`
}
