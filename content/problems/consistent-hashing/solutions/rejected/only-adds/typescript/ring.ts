type Point = { place: number; node: string }

/** Which server has a key. A server of weight 1 has `points` points; `hashOf` gives the place of a text. */
export class Ring {
  private readonly points: number
  private readonly hashOf: (text: string) => number
  private ring: Point[] = []

  constructor(points: number, hashOf: (text: string) => number) {
    this.points = points
    this.hashOf = hashOf
  }

  /** Puts a server on the ring, or changes its weight. */
  add(node: string, weight: number): void {
    for (let n = 0; n < this.points * weight; n++) this.ring.push({ place: this.hashOf(`${node}#${n}`), node })
    this.ring.sort((one, other) => one.place - other.place || (one.node < other.node ? -1 : 1))
  }

  /** Takes a server from the ring. */
  remove(node: string): void {
    this.ring = this.ring.filter((point) => point.node !== node)
  }

  /** The server that has this key, or undefined if there is no server. */
  owner(key: string): string | undefined {
    const place = this.hashOf(key)
    let [low, high] = [0, this.ring.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ring[middle] as Point).place < place) low = middle + 1
      else high = middle
    }
    return this.ring[low % this.ring.length]?.node
  }
}
