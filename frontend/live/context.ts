import { createContext, useContext } from "react"
import type { RoomApi } from "./api"
import type { RoomConfig } from "./config"
import type { RoomLink } from "./room_link"
import type { RunStreams } from "./runs"

export type RoomTools = {
  config: RoomConfig
  room: RoomLink
  api: RoomApi
  streams: RunStreams
  /** Says it in the page's polite live region; nothing is drawn. */
  announce: (text: string) => void
}

export const RoomContext = createContext<RoomTools | null>(null)

export function useTools(): RoomTools {
  const tools = useContext(RoomContext)
  if (tools === null) throw new Error("a part of the room was drawn outside of RoomContext")
  return tools
}
