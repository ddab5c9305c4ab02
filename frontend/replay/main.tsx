import { createRoot } from "react-dom/client"
import { readEmbedded } from "../live/config"
import { ReplayPage } from "./ReplayPage"
import { loadRecording, type ReplayConfig } from "./recording"
import "../parts/room.css"
import "./replay.css"

/** The page is a list that reads without JavaScript; with it, the player takes the whole screen in its place. */
const config = readEmbedded<ReplayConfig>("replay-config")
const box = document.createElement("div")
box.id = "room"
const loading = document.createElement("p")
loading.className = "loading"
loading.setAttribute("role", "status")
loading.textContent = "Loading the recording …"

loadRecording(config.recording, (come) => {
  loading.textContent = `Loading the recording … ${come.toLocaleString("en")} entries`
})
  .then((recording) => {
    document.body.classList.add("room")
    document.body.replaceChildren(box)
    createRoot(box).render(<ReplayPage config={config} recording={recording} />)
  })
  .catch((error: Error) => {
    // The list below stays as it is; only the player is missing.
    loading.textContent = `${error.message} Reload the page to try again; the list below holds what happened.`
  })
document.getElementById("room")?.before(loading)
