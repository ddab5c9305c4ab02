import { Cycle } from "./cycle"

type Services = Map<string, string[]>

/** All services, each after everything it needs. Throws Cycle. */
export function deployOrder(services: Services): string[] {
  return waves(services, 0).flat()
}

/** Waves of at most `width` services (0: any number), each needing only what went out before. Throws Cycle. */
export function waves(services: Services, width: number): string[][] {
  const waitsFor = new Map<string, Set<string>>()
  for (const [name, needs] of services) waitsFor.set(name, new Set(needs.filter((need) => services.has(need))))
  const users = neededBy(services)
  let ready = [...waitsFor].filter(([, waits]) => waits.size === 0).map(([name]) => name)
  const gone: string[][] = []
  while (ready.length > 0) {
    ready.sort()
    const wave = ready.slice(0, width || ready.length)
    ready = ready.slice(wave.length)
    for (const name of wave) {
      waitsFor.delete(name)
      for (const user of users.get(name) ?? []) {
        const waits = waitsFor.get(user)
        if (waits?.delete(name) && waits.size === 0) ready.push(user)
      }
    }
    gone.push(wave)
  }
  if (waitsFor.size > 0) throw new Cycle(circle(waitsFor))
  return gone
}

/** What changed and all that needs it, in an order that works. Throws Cycle. */
export function affected(services: Services, changed: string[]): string[] {
  const users = neededBy(services)
  const reached = new Set<string>()
  const todo = [...changed]
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    todo.push(...(users.get(name) ?? []))
  }
  return deployOrder(new Map([...services].filter(([name]) => reached.has(name))))
}

function neededBy(services: Services): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>()
  for (const [name, needs] of services) {
    for (const need of needs) users.set(need, (users.get(need) ?? new Set()).add(name))
  }
  return users
}

/** Each of these waits for another of them, so a walk along them must come back to itself. */
function circle(waitsFor: Map<string, Set<string>>): string[] {
  const first = <T>(all: Iterable<T>): T => [...all][0] as T
  const walked: string[] = []
  const place = new Map<string, number>()
  let name = first(waitsFor.keys())
  while (!place.has(name)) {
    place.set(name, walked.push(name) - 1)
    name = first(waitsFor.get(name) as Set<string>)
  }
  return walked.slice(place.get(name))
}
