import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { type Message, readFrame, writeFrame } from "./frames"
import { RoomConnection } from "./room"

/** The relay's side of one line, spoken by hand. */
class FakeSocket {
  static lines: FakeSocket[] = []
  readyState = 1
  binaryType = "blob"
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  sent: { track: number; message: Message }[] = []
  readonly url: string

  constructor(url: string) {
    this.url = url
    FakeSocket.lines.push(this)
  }

  send(raw: Uint8Array): void {
    this.sent.push(readFrame(raw))
  }

  close(): void {
    this.readyState = 3
  }

  say(track: number, message: Message): void {
    this.onmessage?.({ data: writeFrame({ track, message }).buffer })
  }

  control(fields: object): void {
    this.say(0, { kind: "control", text: JSON.stringify(fields) })
  }

  drop(code = 1006, reason = ""): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  asked(type: string): Record<string, unknown>[] {
    return this.sent
      .flatMap(({ message }) => (message.kind === "control" ? [JSON.parse(message.text)] : []))
      .filter((control) => control.type === type)
  }

  data(): Message[] {
    return this.sent.map(({ message }) => message).filter((m) => m.kind === "update" || m.kind === "step2")
  }
}

let tickets = 0
let room: RoomConnection

const line = () => {
  const last = FakeSocket.lines.at(-1)
  if (last === undefined) throw new Error("no line yet")
  return last
}
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(async () => {
  vi.useFakeTimers()
  FakeSocket.lines = []
  tickets = 0
  room = new RoomConnection({
    url: "ws://relay/relay",
    ticket: async () => `t${++tickets}`,
    socket: (url) => new FakeSocket(url) as unknown as WebSocket,
  })
  await settle()
})

afterEach(() => {
  room.close()
  vi.useRealTimers()
})

const welcome = () => line().control({ type: "welcome", member: 1, nowMs: 1000 })

/** Opens doc:pad as the relay would, with nothing in it. */
function openPad(number = 5, server = new Y.Doc()): Y.Text {
  const text = room.doc("doc:pad").getText("t")
  line().control({ type: "opened", track: "doc:pad", number, write: true, have: 0 })
  line().say(number, { kind: "step2", data: Y.encodeStateAsUpdate(server) })
  line().say(number, { kind: "step1", data: Y.encodeStateVector(server) })
  return text
}

describe("a line", () => {
  test("opens with a ticket, and is open once the relay says welcome", () => {
    expect(line().url).toBe("ws://relay/relay?ticket=t1")
    expect(room.status).toBe("connecting")
    welcome()
    expect(room.status).toBe("open")
  })

  test("tells the server's time, which goes on by itself", () => {
    expect(room.serverNowMs()).toBe(0)
    welcome()
    vi.advanceTimersByTime(500)
    expect(room.serverNowMs()).toBe(1500)
  })

  test("comes back with a fresh ticket, later each time", async () => {
    welcome()
    line().drop()
    expect(room.status).toBe("lost")
    expect(room.lostSince).not.toBeNull()
    await vi.advanceTimersByTimeAsync(300)
    expect(line().url).toContain("t2")
    line().drop()
    await vi.advanceTimersByTimeAsync(250)
    expect(FakeSocket.lines).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(300)
    expect(FakeSocket.lines).toHaveLength(3)
    welcome()
    expect(room.status).toBe("open")
    expect(room.lostSince).toBeNull()
  })

  test("is given up when nothing was heard for half a minute", async () => {
    welcome()
    await vi.advanceTimersByTimeAsync(36_000)
    expect(FakeSocket.lines.length).toBeGreaterThan(1)
  })

  test("is not tried again after the member was removed or refused", async () => {
    welcome()
    line().drop(4410, "The hour has ended.")
    expect(room.status).toBe("ended")
    expect(room.problem).toBe("The hour has ended.")
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.lines).toHaveLength(1)
  })

  test("takes a bad ticket for bad luck, but not for ever", async () => {
    for (let i = 0; i < 3; i++) {
      line().drop(4401, "expired")
      await vi.advanceTimersByTimeAsync(2_000)
    }
    expect(room.status).toBe("refused")
    expect(FakeSocket.lines).toHaveLength(3)
  })

  test("closes on bytes that are no frame", () => {
    welcome()
    line().onmessage?.({ data: Uint8Array.of(0x85, 0x00).buffer })
    expect(room.status).toBe("lost")
  })
})

describe("a document", () => {
  test("is pending until the relay says that it is durable", () => {
    welcome()
    const text = openPad()
    text.insert(0, "a")
    text.insert(1, "b")
    expect(room.pendingCount).toBe(2)
    line().say(0, { kind: "settled", count: 1 })
    expect(room.pendingCount).toBe(1)
    line().say(0, { kind: "settled", count: 2 })
    expect(room.pendingCount).toBe(0)
  })

  test("keeps what was typed while the line was down, and sends it as one answer", async () => {
    welcome()
    const server = new Y.Doc()
    const text = openPad(5, server)
    text.insert(0, "on ")
    line().drop()
    text.insert(3, "off")
    expect(room.pendingCount).toBe(2)
    await vi.advanceTimersByTimeAsync(300)
    welcome()
    server.getText("t").insert(0, "theirs ")
    openPad(9, server)
    const [answer] = line().data()
    expect(answer?.kind).toBe("step2")
    if (answer?.kind === "step2") Y.applyUpdate(server, answer.data)
    expect(server.getText("t").toString()).toBe(text.toString())
    expect(text.toString()).toContain("theirs")
    expect(room.pendingCount).toBe(1)
    line().say(0, { kind: "settled", count: 1 })
    expect(room.pendingCount).toBe(0)
  })

  test("sends nothing where it may only be read", () => {
    welcome()
    const text = room.doc("doc:pad").getText("t")
    line().control({ type: "opened", track: "doc:pad", number: 5, write: false, have: 0 })
    line().say(5, { kind: "step1", data: Uint8Array.of(0) })
    text.insert(0, "x")
    expect(room.canWrite("doc:pad")).toBe(false)
    expect(line().data()).toHaveLength(0)
  })

  test("shows its cursor again after a return, with a newer clock", async () => {
    welcome()
    openPad()
    const awareness = room.awareness("doc:pad")
    awareness.setLocalState({ cursor: 1 })
    const before = awareness.meta.get(awareness.clientID)?.clock ?? 0
    line().drop()
    await vi.advanceTimersByTimeAsync(300)
    welcome()
    openPad(6)
    expect(line().sent.some(({ message }) => message.kind === "awareness")).toBe(true)
    expect(awareness.meta.get(awareness.clientID)?.clock).toBeGreaterThan(before)
  })
})

describe("entries", () => {
  const entry = (atMs: number, body: object): Message => ({
    kind: "entry",
    atMs,
    actor: 2,
    version: 1,
    name: "hint.shown",
    body: new TextEncoder().encode(JSON.stringify(body)),
  })

  test("come in order, in a new array each time", async () => {
    welcome()
    const before = room.entries("hint")
    expect(line().asked("open")).toEqual([{ type: "open", track: "hint", have: 0 }])
    line().control({ type: "opened", track: "hint", number: 8, write: false, have: 0 })
    const heard = vi.fn()
    room.subscribe(heard)
    line().say(8, entry(10, { step: 1 }))
    await settle()
    expect(heard).toHaveBeenCalledOnce()
    expect(before).toHaveLength(0)
    expect(room.entries("hint")).toEqual([
      { atMs: 10, actor: 2, kind: "hint.shown", version: 1, body: { step: 1 } },
    ])
  })

  test("are not asked for twice after a return", async () => {
    welcome()
    room.entries("hint")
    line().control({ type: "opened", track: "hint", number: 8, write: false, have: 0 })
    line().say(8, entry(10, {}))
    line().drop()
    await vi.advanceTimersByTimeAsync(300)
    welcome()
    expect(line().asked("open")).toEqual([{ type: "open", track: "hint", have: 1 }])
  })

  test("of a track that is not granted are asked for again when grants change", () => {
    welcome()
    room.entries("mark:2")
    line().control({ type: "closed", track: "mark:2", code: "not-found" })
    line().control({ type: "granted" })
    expect(line().asked("open")).toHaveLength(2)
  })
})

test("streams reach whoever listens, until they stop", () => {
  welcome()
  const heard: number[] = []
  const stop = room.onStream("run", (bytes) => heard.push(bytes.length))
  line().control({ type: "opened", track: "run", number: 3, write: false, have: 0 })
  line().say(3, { kind: "stream", data: Uint8Array.of(1, 2, 3) })
  stop()
  line().say(3, { kind: "stream", data: Uint8Array.of(1) })
  expect(heard).toEqual([3])
})
