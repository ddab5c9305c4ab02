export type State = "waiting" | "running" | "done" | "dead"

/** A piece of work, and how far it is. */
export class Job {
  state: State = "waiting"
  worker: string | undefined = undefined // who took it last
  leaseUntilMs = Number.POSITIVE_INFINITY
  tries = 0

  constructor(
    readonly id: string,
    readonly customer = "",
    public notBeforeMs = 0,
  ) {}
}
