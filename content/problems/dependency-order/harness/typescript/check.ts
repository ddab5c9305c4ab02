// Looks whether an answer is right; several may be.

/** For the reader only, so without the "=> ". */
export function shown(what: string, names: string[]): void {
  console.log(`${what}: ${names.length <= 50 ? names.join(" ") : `${names.length} names`}`)
}

export function ofOrder(order: string[], services: Map<string, string[]>, wanted: Iterable<string>): string {
  const place = new Map<string, number>()
  const asked = new Set(wanted)
  for (const name of order) {
    if (place.has(name)) return `${name} comes twice`
    if (!asked.has(name)) return `${name} does not belong here`
    place.set(name, place.size)
  }
  for (const name of [...asked].sort()) {
    const at = place.get(name)
    if (at === undefined) return `${name} is missing`
    for (const need of services.get(name) ?? []) {
      if ((place.get(need) ?? -1) > at) return `${name} comes before ${need}`
    }
  }
  return `a good order of ${order.length}`
}

export function ofCycle(names: string[], services: Map<string, string[]>): string {
  if (names.length === 0) return "no cycle: no service is named"
  if (new Set(names).size < names.length) return "no cycle: a service comes twice"
  for (const [n, name] of names.entries()) {
    const following = names[(n + 1) % names.length] as string
    if (!services.get(name)?.includes(following)) return `no cycle: ${name} does not need ${following}`
  }
  return "a real cycle"
}
