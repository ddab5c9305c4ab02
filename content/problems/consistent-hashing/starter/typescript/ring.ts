/** Which server has a key. A server of weight 1 has `points` points; `hashOf` gives the place of a text. */
export class Ring {
  private readonly points: number
  private readonly hashOf: (text: string) => number

  constructor(points: number, hashOf: (text: string) => number) {
    this.points = points
    this.hashOf = hashOf
  }

  /** Puts a server on the ring, or changes its weight. */
  add(node: string, weight: number): void {}

  /** Takes a server from the ring. */
  remove(node: string): void {}

  /** The server that has this key, or undefined if there is no server. */
  owner(key: string): string | undefined {
    return undefined
  }
}
