/** No order works. Each of `services` needs the next one, and the last one needs the first. */
export class Cycle extends Error {
  constructor(readonly services: string[]) {
    super(services.join(" -> "))
  }
}
