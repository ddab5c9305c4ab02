import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The dev pages as files that any static server serves: what the browser tests look at, with no server of ours. */
export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [react()],
  build: {
    target: "es2022",
    emptyOutDir: true,
    rollupOptions: { input: { room: here("dev/room.html"), replay: here("dev/replay.html") } },
  },
})
