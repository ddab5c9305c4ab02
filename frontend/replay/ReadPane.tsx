import { useEffect, useRef } from "react"
import { mountReading, type Reading, type Typist } from "../editor/reading"

type ReadPaneProps = { text: string; path: string; by: Typist | null }

/** One file as it stood; what changed last carries the name of who typed it. */
export function ReadPane({ text, path, by }: ReadPaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const reading = useRef<Reading | null>(null)
  useEffect(() => {
    if (box.current === null) return
    const mounted = mountReading(box.current, path, `${path}, read only`)
    reading.current = mounted
    return () => mounted.destroy()
  }, [path])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another empty pane, to be filled again
  useEffect(() => reading.current?.show(text, by), [text, by, path])
  return <div ref={box} className="code-pane" />
}
