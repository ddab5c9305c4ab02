import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vitest/config"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The rooms' script: two entries, one folder that Django serves, a manifest that tells Django their names. */
export default defineConfig({
  root: here("."),
  base: "/static/room/",
  plugins: [react()],
  build: {
    outDir: here("../src/otherside/web/static/room"),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: { live: here("live/main.tsx"), replay: here("replay/main.tsx") } },
  },
  server: { fs: { allow: [here("..")] }, host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
  test: {
    root: here("."),
    include: ["**/*.test.ts", "**/*.test.tsx"],
    environment: "node",
    passWithNoTests: true,
  },
})
