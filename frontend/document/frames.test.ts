import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { BadFrame, type Frame, isEmptyUpdate, type Message, readFrame, writeFrame } from "./frames"

type Golden = {
  name: string
  hex: string
  track: number
  kind: Message["kind"]
  data?: string
  atMs?: number
  actor?: number
  version?: number
  type?: string
  count?: number
  text?: string
}

const golden = JSON.parse(
  readFileSync(new URL("../../contracts/frames/frames.json", import.meta.url), "utf8"),
) as { frames: Golden[]; refused: { name: string; hex: string }[] }

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

function frameOf(line: Golden): Frame {
  const data = bytes(line.data ?? "")
  const message = (): Message => {
    switch (line.kind) {
      case "entry":
        return {
          kind: "entry",
          atMs: line.atMs ?? 0,
          actor: line.actor ?? 0,
          version: line.version ?? 1,
          name: line.type ?? "",
          body: data,
        }
      case "settled":
        return { kind: "settled", count: line.count ?? 0 }
      case "control":
        return { kind: "control", text: line.text ?? "" }
      case "queryAwareness":
        return { kind: "queryAwareness" }
      default:
        return { kind: line.kind, data }
    }
  }
  return { track: line.track, message: message() }
}

describe("golden frames", () => {
  test.each(golden.frames)("$name", (line) => {
    expect(readFrame(bytes(line.hex))).toEqual(frameOf(line))
    expect(writeFrame(frameOf(line))).toEqual(bytes(line.hex))
  })

  test.each(golden.refused)("refused: $name", ({ hex }) => {
    expect(() => readFrame(bytes(hex))).toThrow(BadFrame)
  })
})

test("whatever bytes come, they are a frame or a BadFrame", () => {
  let seed = 7
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed
  }
  for (let round = 0; round < 20_000; round++) {
    const raw = Uint8Array.from({ length: next() % 12 }, () => next() % (round % 3 === 0 ? 256 : 8))
    try {
      expect(writeFrame(readFrame(raw))).toEqual(raw)
    } catch (error) {
      expect(error).toBeInstanceOf(BadFrame)
    }
  }
})

test("the empty update is two zeros and nothing else", () => {
  expect(isEmptyUpdate(Uint8Array.of(0, 0))).toBe(true)
  expect(isEmptyUpdate(Uint8Array.of(0, 1, 0))).toBe(false)
})
