/**
 * What lies in a frame of the relay: a track number, then one message. The other end is
 * src/otherside/relay/frames.py; contracts/frames holds bytes that both must agree on.
 *
 * Numbers are varuints and must be as short as they can be: a padded one is refused, here as there.
 */

export class BadFrame extends Error {
  override name = "BadFrame"
}

export type Message =
  | { kind: "step1" | "step2" | "update" | "awareness" | "stream"; data: Uint8Array }
  | { kind: "entry"; atMs: number; actor: number; version: number; name: string; body: Uint8Array }
  | { kind: "settled"; count: number }
  | { kind: "control"; text: string }
  | { kind: "queryAwareness" }

export type Frame = { track: number; message: Message }

const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const ENTRY = 4
const STREAM = 5
const SETTLED = 100
const CONTROL = 101
const SYNC_KINDS = ["step1", "step2", "update"] as const

const utf8 = new TextEncoder()
const text = new TextDecoder("utf-8", { fatal: true })

class Reader {
  at = 0
  readonly raw: Uint8Array
  constructor(raw: Uint8Array) {
    this.raw = raw
  }

  byte(): number {
    const byte = this.raw[this.at]
    if (byte === undefined) throw new BadFrame("a number is cut off")
    this.at++
    return byte
  }

  uint(): number {
    let number = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      number += (byte & 127) * scale
      if (byte < 128) {
        if (byte === 0 && scale > 1) throw new BadFrame("a number is padded with zeros")
        if (number > Number.MAX_SAFE_INTEGER) throw new BadFrame("a number is larger than 2^53")
        return number
      }
      scale *= 128
      if (scale > 2 ** 49) throw new BadFrame("a number is larger than 2^53")
    }
  }

  bytes(): Uint8Array {
    const size = this.uint()
    const end = this.at + size
    if (end > this.raw.length) throw new BadFrame(`${size} bytes are announced, fewer are there`)
    const part = this.raw.subarray(this.at, end)
    this.at = end
    return part
  }

  text(): string {
    try {
      return text.decode(this.bytes())
    } catch (error) {
      if (error instanceof BadFrame) throw error
      throw new BadFrame("bytes that should be text are none")
    }
  }

  message(): Message {
    const outer = this.uint()
    switch (outer) {
      case SYNC: {
        const kind = SYNC_KINDS[this.uint()]
        if (kind === undefined) throw new BadFrame("a sync message of an unknown kind")
        return { kind, data: this.bytes() }
      }
      case AWARENESS:
        return { kind: "awareness", data: this.bytes() }
      case QUERY_AWARENESS:
        return { kind: "queryAwareness" }
      case ENTRY: {
        const [atMs, actor, version] = [this.uint(), this.uint(), this.uint()]
        return { kind: "entry", atMs, actor, version, name: this.text(), body: this.bytes() }
      }
      case STREAM:
        return { kind: "stream", data: this.bytes() }
      case SETTLED:
        return { kind: "settled", count: this.uint() }
      case CONTROL:
        return { kind: "control", text: this.text() }
      default:
        throw new BadFrame(`a message of kind ${outer} is unknown`)
    }
  }
}

/** The frame that `raw` is, whole. Throws BadFrame. */
export function readFrame(raw: Uint8Array): Frame {
  const reader = new Reader(raw)
  const frame = { track: reader.uint(), message: reader.message() }
  if (reader.at !== raw.length) throw new BadFrame(`${raw.length - reader.at} bytes follow the message`)
  return frame
}

class Writer {
  private readonly parts: Uint8Array[] = []

  uint(number: number): this {
    const out: number[] = []
    let rest = number
    while (rest > 127) {
      out.push((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    out.push(rest)
    return this.raw(Uint8Array.from(out))
  }

  bytes(data: Uint8Array): this {
    return this.uint(data.length).raw(data)
  }

  raw(data: Uint8Array): this {
    this.parts.push(data)
    return this
  }

  done(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.parts.reduce((size, part) => size + part.length, 0))
    let at = 0
    for (const part of this.parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}

/** The bytes of `frame`, as they go over the line. */
export function writeFrame({ track, message }: Frame): Uint8Array<ArrayBuffer> {
  const writer = new Writer().uint(track)
  switch (message.kind) {
    case "step1":
    case "step2":
    case "update":
      return writer.uint(SYNC).uint(SYNC_KINDS.indexOf(message.kind)).bytes(message.data).done()
    case "awareness":
      return writer.uint(AWARENESS).bytes(message.data).done()
    case "queryAwareness":
      return writer.uint(QUERY_AWARENESS).done()
    case "entry":
      return writer
        .uint(ENTRY)
        .uint(message.atMs)
        .uint(message.actor)
        .uint(message.version)
        .bytes(utf8.encode(message.name))
        .bytes(message.body)
        .done()
    case "stream":
      return writer.uint(STREAM).bytes(message.data).done()
    case "settled":
      return writer.uint(SETTLED).uint(message.count).done()
    case "control":
      return writer.uint(CONTROL).bytes(utf8.encode(message.text)).done()
  }
}

/** The empty step 2: "I have nothing that you lack". It is no data frame and is not counted. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}
