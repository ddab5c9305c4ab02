/**
 * Finds words in a log that only grows at its end.
 *
 * For each word the numbers of its entries, in order; for each entry its words. The rarest word of a query says which
 * entries to look at, from the newest on.
 */
export class LogSearch {
  private first = 1 // the number of the oldest entry that is kept
  private times: number[] = []
  private entries: Set<string>[] = []
  private readonly numbers = new Map<string, number[]>()

  /** Adds an entry and gives its number, counted from 1. */
  append(atMs: number, text: string): number {
    const number = this.first + this.entries.length
    const words = new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    this.times.push(atMs)
    this.entries.push(words)
    for (const word of words) {
      const known = this.numbers.get(word)
      if (known === undefined) this.numbers.set(word, [number])
      else known.push(number)
    }
    return number
  }

  /** The numbers of the entries with every word of the query, newest first, at most `limit`. */
  find(query: string, limit: number): number[] {
    return this.search(query, limit, this.first, this.first + this.entries.length)
  }

  /** The same, of the entries from `fromMs` on and before `toMs`. */
  findBetween(fromMs: number, toMs: number, query: string, limit: number): number[] {
    return this.search(query, limit, this.numberAt(fromMs), this.numberAt(toMs))
  }

  /** Drops what is older. The others keep their numbers. */
  forget(beforeMs: number): void {
    const first = this.numberAt(beforeMs)
    const count = first - this.first
    const gone = new Set(this.entries.slice(0, count).flatMap((words) => [...words]))
    for (const word of gone) {
      const left = this.numbers.get(word)!
      left.splice(0, firstNotBelow(left, first))
      if (left.length === 0) this.numbers.delete(word)
    }
    this.times = this.times.slice(count)
    this.entries = this.entries.slice(count)
    this.first = first
  }

  /** How many different words the entries have. */
  words(): number {
    return this.numbers.size
  }

  /** The number of the first entry that is not older. */
  private numberAt(atMs: number): number {
    return this.first + firstNotBelow(this.times, atMs)
  }

  /** Entries from number `low` on and below `high`. */
  private search(query: string, limit: number, low: number, high: number): number[] {
    const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "")
    const unwanted = words.filter((word) => word.startsWith("-")).map((word) => word.slice(1))
    const wanted = words.filter((word) => !word.startsWith("-"))
    const found: number[] = []
    const fits = (number: number): boolean => {
      const entry = this.entries[number - this.first]
      return wanted.every((word) => entry.has(word)) && !unwanted.some((word) => entry.has(word))
    }
    const rarest = this.rarest(wanted)
    if (rarest === null) {
      for (let number = high - 1; number >= low && found.length < limit; number--) {
        if (fits(number)) found.push(number)
      }
      return found
    }
    for (let place = firstNotBelow(rarest, high) - 1; place >= 0 && found.length < limit; place--) {
      if (rarest[place] < low) break
      if (fits(rarest[place])) found.push(rarest[place])
    }
    return found
  }

  /** The shortest list of numbers; null where nothing is wanted. */
  private rarest(wanted: string[]): number[] | null {
    const lists = wanted.map((word) => this.numbers.get(word) ?? [])
    return lists.length === 0 ? null : lists.reduce((one, two) => (two.length < one.length ? two : one))
  }
}

/** Where in a rising list the first number stands that is not below `bound`. */
function firstNotBelow(rising: number[], bound: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle] < bound) low = middle + 1
    else high = middle
  }
  return low
}
