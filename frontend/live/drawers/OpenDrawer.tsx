import type { Settings } from "../../editor/settings"
import type { Drawer } from "../chord"
import type { HintSending } from "../hints"
import type { Mark, Probed } from "../marks"
import type { PanelState } from "../panel_state"
import { Card } from "./Card"
import { Challenges } from "./Challenges"
import { Hints } from "./Hints"
import { Keys } from "./Keys"
import { Marks } from "./Marks"
import { Notes } from "./Notes"
import { Probes } from "./Probes"
import { Statement } from "./Statement"

type OpenDrawerProps = {
  drawer: Drawer
  panel: PanelState
  sending: HintSending
  marks: readonly Mark[]
  probed: ReadonlyMap<string, Probed>
  settings: Settings
}

export function OpenDrawer({ drawer, panel, sending, marks, probed, settings }: OpenDrawerProps) {
  const canWrite = panel.hour.openedAt !== null && panel.hour.endedMs === null
  switch (drawer) {
    case "hints":
      return <Hints panel={panel} sending={sending} />
    case "statement":
      return <Statement panel={panel} />
    case "probes":
      return <Probes probed={probed} canWrite={canWrite} />
    case "notes":
      return <Notes settings={settings} />
    case "marks":
      return <Marks marks={marks} hour={panel.hour} canWrite={canWrite} />
    case "challenges":
      return <Challenges panel={panel} marks={marks} />
    case "card":
      return <Card marks={marks.length} candidate={panel.candidate} />
    case "keys":
      return <Keys />
  }
}
