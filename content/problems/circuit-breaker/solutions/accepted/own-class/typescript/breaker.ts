import type { Clock } from "./clock"
import type { Settings } from "./settings"

/** Says whether a carrier may be asked, and learns from how it went. */
export class Breaker {
  private failures = 0 // in a row
  private openUntilMs: number | null = null // null: closed

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Whether to ask now. When the pause is over, what is asked is the trial. */
  allows(): boolean {
    return this.openUntilMs === null || this.openUntilMs <= this.clock.nowMs()
  }

  succeeded(): void {
    this.failures = 0
    this.openUntilMs = null
  }

  failed(): void {
    this.failures += 1
    const { threshold, openMs } = this.settings
    const trial = this.openUntilMs !== null
    if (threshold > 0 && (trial || this.failures >= threshold)) this.openUntilMs = this.clock.nowMs() + openMs
  }
}
