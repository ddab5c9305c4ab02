import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { Mounted } from "../editor/mount"
import type { Settings } from "../editor/settings"
import { HourStrip } from "../parts/HourStrip"
import { Problem } from "../parts/Problem"
import type { MarkKind } from "./api"
import { Bar } from "./Bar"
import { BINDINGS, type Command, type Drawer } from "./chord"
import { useTools } from "./context"
import { DrawerBox } from "./DrawerBox"
import { OpenDrawer } from "./drawers/OpenDrawer"
import { useHintSending } from "./hints"
import { useAsk, useEntries } from "./hooks"
import { documentsOf, type Hour, latestDocument } from "./hour"
import { foldMarks, foldProbes, MARKS } from "./marks"
import { NextCard } from "./NextCard"
import { usePanelState } from "./panel_state"
import { RAIL, Rail } from "./Rail"
import { useChords } from "./useChords"
import { Workbench } from "./Workbench"
import { clockAt } from "./words"

type PanelRoomProps = { settings: Settings; onSettings: (settings: Settings) => void }

/** The interviewer's room: what comes next across the top, the work below, the rest in drawers. */
export function PanelRoom({ settings, onSettings }: PanelRoomProps) {
  const { config, api, announce } = useTools()
  const panel = usePanelState()
  const { hour } = panel
  const own = useEntries(`mark:${config.you.member}`)
  const marks = useMemo(() => foldMarks(own), [own])
  const probed = useMemo(() => foldProbes(own), [own])
  const sending = useHintSending(panel.candidate)
  const marking = useAsk()
  const [drawer, setDrawer] = useState<Drawer | null>(null)
  const back = useRef<HTMLElement | null>(null)
  const editor = useRef<Mounted | null>(null)
  const [track, setTrack] = useFollowedDocument(hour)
  const documents = useMemo(() => documentsOf(hour), [hour])
  const canMark = hour.endedMs === null && hour.openedAt !== null

  const close = useCallback(() => {
    setDrawer(null)
    if (back.current?.isConnected) back.current.focus()
  }, [])
  const openDrawer = useCallback(
    (wanted: Drawer) => {
      if (drawer === wanted) return close()
      if (drawer === null) back.current = document.activeElement as HTMLElement | null
      setDrawer(wanted)
    },
    [close, drawer],
  )
  const mark = (kind: MarkKind) => {
    if (!canMark) return
    void marking.ask(async () => {
      await api.post("mark", { kind, text: "", backMs: 0 })
      announce(`Marked ${MARKS[kind].says.toLowerCase()} at ${clockAt(hour.openedAt, panel.now)}.`)
    })
  }
  const command = (wanted: Command) => {
    if (wanted.does === "drawer") openDrawer(wanted.drawer)
    else if (wanted.does === "mark") mark(wanted.mark)
    else if (wanted.does === "said" || wanted.does === "later") panel.step(wanted.does)
    else if (wanted.does === "editor") editor.current?.view.focus()
    else if (!sending.takeBack()) announce("Nothing to take back.")
  }
  const chordOpen = useChords(BINDINGS, command)
  const openProbes = (config.panel?.probes ?? []).filter((probe) => !probed.has(probe.id)).length
  const helped = panel.given.filter((one) => one.question === panel.question?.id && one.step !== null).length
  return (
    <>
      <a className="skip" href="#next">
        To what comes next
      </a>
      <Bar panel={panel} />
      <HourStrip clock={panel.clock} label={hourLabel(hour, panel.clock.totalMin)} showDrift />
      <NextCard
        panel={panel}
        chordOpen={chordOpen}
        onOpenStatement={() => drawer !== "statement" && openDrawer("statement")}
      />
      <Problem text={marking.error} />
      <main className="work" id="main">
        <Workbench
          hour={hour}
          track={track}
          documents={documents}
          onTrack={setTrack}
          settings={settings}
          onSettings={onSettings}
          isPanel
          editor={editor}
        />
        {drawer === null ? null : (
          <DrawerBox
            key={drawer}
            title={RAIL.find((one) => one.drawer === drawer)?.says ?? "Keys"}
            onClose={close}
            {...(drawer === "hints" ? { aside: "smallest first" } : {})}
          >
            <OpenDrawer
              drawer={drawer}
              panel={panel}
              sending={sending}
              marks={marks}
              probed={probed}
              settings={settings}
            />
          </DrawerBox>
        )}
        <Rail
          open={drawer}
          counts={{
            hints: panel.question === null ? "" : `${helped} of ${panel.question.hints.length}`,
            probes: openProbes === 0 ? "" : `${openProbes} open`,
            marks: marks.length === 0 ? "" : String(marks.length),
          }}
          canMark={canMark}
          onCommand={command}
        />
      </main>
    </>
  )
}

/** The document in view: the newest one comes up by itself, and others can be looked at. */
export function useFollowedDocument(hour: Hour): [string, (track: string) => void] {
  const { config } = useTools()
  // Until the hour is known the page itself says which one it is, and nothing is mounted twice.
  const latest = hour.openedAt === null ? config.document : latestDocument(hour)
  const [track, setTrack] = useState(latest)
  useEffect(() => setTrack(latest), [latest])
  return [track, setTrack]
}

export function hourLabel(hour: { openedAt: Date | null; begunMs: number | null }, totalMin: number): string {
  if (hour.begunMs === null) return `The hour, ${Math.round(totalMin)} minutes planned`
  const end = hour.begunMs + totalMin * 60_000
  return `The hour, ${clockAt(hour.openedAt, hour.begunMs)} to ${clockAt(hour.openedAt, end)}`
}
