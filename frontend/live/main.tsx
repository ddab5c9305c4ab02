import { createRoot } from "react-dom/client"
import { RoomConnection } from "../document/room"
import { App } from "./App"
import { ApiError, roomApi } from "./api"
import { type RoomConfig, readEmbedded } from "./config"
import "../parts/room.css"
import "../parts/candidate.css"

const TICKET_FRESH_MS = 40_000
const config = readEmbedded<RoomConfig>("room-config")
const api = roomApi(config.api)
const problem = refusals()
let embedded = config.ticket
const room = new RoomConnection({
  url: config.relay,
  ticket: async () => {
    const first = embedded
    embedded = null
    // A page that took long to come has a stale one.
    if (first !== null && performance.now() < TICKET_FRESH_MS) return first
    try {
      const { ticket } = await api.post("ticket", {})
      problem.tell(null)
      return ticket
    } catch (error) {
      problem.tell(error instanceof ApiError && error.code !== "unreachable" ? error.message : null)
      throw error
    }
  },
})

// All that the first picture needs is asked for in one go, as soon as the line is there.
room.entries("outline")
room.doc(config.document)

const box = document.getElementById("room")
if (box === null) throw new Error("the page has no #room")
createRoot(box).render(<App config={config} room={room} api={api} ticketProblem={problem} />)

/** Why a ticket was refused, for the page to show; null once one was given. */
function refusals() {
  let text: string | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => text,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (said: string | null) => {
      text = said
      for (const listener of listeners) listener()
    },
  }
}
