import type { Clock } from "./clock"
import { BadParcel, NotAsked, RemoteDown } from "./errors"
import type { Quotes } from "./quotes"

export function more(command: string, words: string[], quotes: Quotes, clock: Clock): void {
  if (command !== "cheapest") throw new Error(`unknown command: ${command}`)
  const [parcel, ...carriers] = words
  try {
    const { carrier, cents } = quotes.cheapest(parcel, carriers)
    console.log(`=> ${clock.ms} ${parcel} ${carrier} ${cents}`)
  } catch (error) {
    if (error instanceof RemoteDown) console.log(`=> ${clock.ms} ${parcel} down`)
    else if (error instanceof NotAsked) console.log(`=> ${clock.ms} ${parcel} not asked`)
    else if (error instanceof BadParcel) console.log(`=> ${clock.ms} no such parcel`)
    else throw error
  }
}
