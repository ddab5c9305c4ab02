/** The job is refused; try again in `retryMs`. Nothing throws this yet. */
export class Busy extends Error {
  constructor(readonly retryMs: number) {
    super(`try again in ${retryMs} ms`)
  }
}
