export type State = "waiting" | "running" | "done"

/** A piece of work, and how far it is. */
export class Job {
  state: State = "waiting"
  worker: string | undefined = undefined // who took it last

  constructor(readonly id: string) {}
}
