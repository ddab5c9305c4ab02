import { createRoot } from "react-dom/client"
import { ReplayPage } from "../replay/ReplayPage"
import { joined } from "../replay/recording"
import { fakeRecording } from "./fake_recording"
import "../../src/otherside/web/static/otherside/tokens.css"
import "../../src/otherside/web/static/otherside/parts.css"
import "../parts/room.css"
import "../replay/replay.css"

/** The replay on a made recording: `replay.html?at=1500000`. */
const asked = new URLSearchParams(location.search)
const at = asked.get("at")
const config = {
  recording: "",
  atMs: at === null ? null : Number(at),
  candidate: "Dana Okonjo",
  title: "Senior backend, Payments",
  round: "round 1",
  cardUrl: "/scorecards/12/",
}
const box = document.getElementById("room")
if (box !== null) createRoot(box).render(<ReplayPage config={config} recording={joined([fakeRecording()])} />)
