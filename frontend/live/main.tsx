import { createRoot } from "react-dom/client"

const box = document.getElementById("room")
if (box !== null) createRoot(box).render(<p>Loading …</p>)
