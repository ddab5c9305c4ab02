// The place of each text on the ring: as the test says, else one that looks random but is always the same.
export const places = new Map<string, number>()

export function hashOf(text: string): number {
  const given = places.get(text)
  if (given !== undefined) return given
  let place = 2166136261
  for (const byte of new TextEncoder().encode(text)) place = Math.imul(place ^ byte, 16777619)
  place = Math.imul(place ^ (place >>> 16), 0x85ebca6b)
  place = Math.imul(place ^ (place >>> 13), 0xc2b2ae35)
  return (place ^ (place >>> 16)) >>> 0
}
