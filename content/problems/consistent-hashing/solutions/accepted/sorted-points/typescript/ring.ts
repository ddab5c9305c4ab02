type Point = { place: number; node: string }

/** Which server has a key. A server of weight 1 has `points` points; `hashOf` gives the place of a text. */
export class Ring {
  private readonly points: number
  private readonly hashOf: (text: string) => number
  readonly weights = new Map<string, number>()
  private readonly zones = new Map<string, string>()
  private ring: Point[] = [] // in order

  constructor(points: number, hashOf: (text: string) => number) {
    this.points = points
    this.hashOf = hashOf
  }

  /** Puts a server on the ring, or changes its weight. */
  add(node: string, weight: number): void {
    this.remove(node)
    this.weights.set(node, weight)
    for (let n = 0; n < this.points * weight; n++) this.ring.push({ place: this.hashOf(`${node}#${n}`), node })
    this.ring.sort((one, other) => one.place - other.place || (one.node < other.node ? -1 : 1))
  }

  /** Takes a server from the ring. */
  remove(node: string): void {
    if (this.weights.delete(node)) this.ring = this.ring.filter((point) => point.node !== node)
  }

  /** The server that has this key, or undefined if there is no server. */
  owner(key: string): string | undefined {
    for (const node of this.walk(key)) return node
    return undefined
  }

  /** All servers as they are met clockwise from this key on, each once. */
  *walk(key: string): Generator<string> {
    const start = this.firstFrom(this.hashOf(key))
    const met = new Set<string>()
    for (let n = 0; n < this.ring.length; n++) {
      const { node } = this.ring[(start + n) % this.ring.length] as Point
      if (met.has(node)) continue
      met.add(node)
      yield node
    }
  }

  private firstFrom(place: number): number {
    let [low, high] = [0, this.ring.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ring[middle] as Point).place < place) low = middle + 1
      else high = middle
    }
    return low
  }

  setZone(node: string, zone: string): void {
    this.zones.set(node, zone)
  }

  /** So many different servers, of different zones as long as there are any. */
  owners(key: string, copies: number): string[] {
    const [chosen, left]: [string[], string[]] = [[], []]
    const zones = new Set<string>()
    for (const node of this.walk(key)) {
      const zone = this.zones.has(node) ? `zone ${this.zones.get(node)}` : `alone ${node}`
      if (zones.has(zone)) left.push(node)
      else chosen.push(node)
      zones.add(zone)
    }
    return [...chosen, ...left].slice(0, copies)
  }
}

/** What lies where, with no server holding more than `percent` of its share. */
export class Placement {
  private readonly ring: Ring
  private readonly percent: number
  private readonly nodes = new Map<string, string>()
  private readonly counts = new Map<string, number>()

  constructor(ring: Ring, percent: number) {
    this.ring = ring
    this.percent = percent
  }

  /** The first server clockwise from this key that has room; where it lies already, if it does. */
  place(key: string): string | undefined {
    const known = this.nodes.get(key)
    if (known !== undefined) return known
    const weight = [...this.ring.weights.values()].reduce((sum, one) => sum + one, 0)
    for (const node of this.ring.walk(key)) {
      const share = (this.nodes.size + 1) * (this.ring.weights.get(node) ?? 0) * this.percent
      const held = this.counts.get(node) ?? 0
      if (held >= Math.ceil(share / (100 * weight))) continue
      this.nodes.set(key, node)
      this.counts.set(node, held + 1)
      return node
    }
    return undefined
  }

  drop(key: string): void {
    const node = this.nodes.get(key)
    if (node === undefined) return
    this.nodes.delete(key)
    this.counts.set(node, (this.counts.get(node) ?? 0) - 1)
  }
}
