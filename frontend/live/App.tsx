import { useCallback, useEffect, useMemo, useState } from "react"
import { keepSettings, readSettings, type Settings } from "../editor/settings"
import { Problem } from "../parts/Problem"
import type { RoomApi } from "./api"
import { CandidateRoom } from "./CandidateRoom"
import type { RoomConfig } from "./config"
import { RoomContext } from "./context"
import { PanelRoom } from "./PanelRoom"
import type { RoomLink } from "./room_link"
import { RunStreams } from "./runs"
import { useMenus } from "./useMenus"

type AppProps = {
  config: RoomConfig
  room: RoomLink
  api: RoomApi
  /** Why the last ticket was not given, in the server's words. */
  ticketProblem?: { subscribe: (listener: () => void) => () => void; get: () => string | null }
}

/** One room, for either side. */
export function App({ config, room, api, ticketProblem }: AppProps) {
  const [spoken, setSpoken] = useState("")
  const [settings, setSettings] = useState(() => readSettings(localStorage))
  const [problem, setProblem] = useState<string | null>(null)
  useMenus()
  const streams = useMemo(() => new RunStreams(), [])
  useEffect(() => room.onStream("run", streams.take), [room, streams])
  useEffect(() => ticketProblem?.subscribe(() => setProblem(ticketProblem.get())), [ticketProblem])
  const announce = useCallback((text: string) => {
    // The same words twice are two events: an invisible sign makes the region change.
    setSpoken((before) => (before === text ? `${text}\u200b` : text))
  }, [])
  const keep = useCallback((next: Settings) => {
    setSettings(next)
    keepSettings(localStorage, next)
    if (next.theme === "") delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next.theme
  }, [])
  const tools = useMemo(
    () => ({ config, room, api, streams, announce }),
    [config, room, api, streams, announce],
  )
  const Room = config.you.side === "panel" ? PanelRoom : CandidateRoom
  return (
    <RoomContext.Provider value={tools}>
      <Room settings={settings} onSettings={keep} />
      <Problem text={problem} />
      <p className="unseen" role="status" data-spoken>
        {spoken}
      </p>
    </RoomContext.Provider>
  )
}
