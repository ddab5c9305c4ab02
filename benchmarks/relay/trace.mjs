// Writes a typing trace made of genuine Yjs updates: node trace.mjs OUT [keystrokes of each typist]
//
// Two people type in regions of their own of one text, as candidates do: words, line ends, backspaces, now and then
// a paste or a deleted block. Each keystroke is the update Yjs made and the awareness message y-codemirror sends.
//
// File, little endian: "OTR1", u32 size of the first document, that document, then for each of two typists:
// u32 client, u32 keystrokes, each: u32 clock (0xffffffff: only deletes), u16 size of update, u16 of awareness, both.
import { writeFileSync } from "node:fs"
import * as encoding from "lib0/encoding"
import * as Y from "yjs"

const out = process.argv[2]
const keystrokes = Number(process.argv[3] ?? 3000)
const CLIENTS = [1_839_274_651, 402_217_735]
const WORDS =
  "def for in range len return if else while node left right heap push pop queue seen graph edges total".split(" ")

let seed = 20_240_501
const random = (below) => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
  return seed % below
}
const u16 = (n) => Buffer.from(Uint16Array.of(n).buffer)
const u32 = (n) => Buffer.from(Uint32Array.of(n).buffer)

const first = new Y.Doc()
first.clientID = 7001
first.getText("codemirror").insert(0, `# one\n\n# two\n\n`)
const base = Y.encodeStateAsUpdate(first)

function type(which) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  doc.clientID = CLIENTS[which]
  const text = doc.getText("codemirror")
  const start = which === 0 ? 6 : 13
  const rows = []
  let [own, cursor, word, at] = [0, 0, "", 0]
  let update = null
  doc.on("update", (bytes) => {
    update = bytes
  })
  while (rows.length < keystrokes) {
    const before = Y.getState(doc.store, doc.clientID)
    update = null
    const dice = random(1000)
    if (dice < 4) {
      const paste = `${Array.from({ length: 5 + random(20) }, () => WORDS[random(WORDS.length)]).join(" ")}\n`
      text.insert(start + cursor, paste)
      own += paste.length
      cursor += paste.length
    } else if (dice < 12 && own > 300) {
      const size = 20 + random(80)
      const from = Math.min(cursor, own - size)
      text.delete(start + from, size)
      own -= size
      cursor = from
    } else if (dice < 140 && cursor > 0) {
      text.delete(start + --cursor, 1)
      own--
    } else {
      if (at >= word.length) [word, at] = [WORDS[random(WORDS.length)] + (random(6) ? " " : "\n"), 0]
      text.insert(start + cursor++, word[at++])
      own++
    }
    if (update === null) continue
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, start + cursor))
    const state = { user: { name: "Somebody", color: "#30bced", colorLight: "#30bced33" }, cursor: { anchor: place, head: place } }
    const cursors = encoding.createEncoder()
    encoding.writeVarUint(cursors, 1)
    encoding.writeVarUint(cursors, doc.clientID)
    encoding.writeVarUint(cursors, rows.length + 1)
    encoding.writeVarString(cursors, JSON.stringify(state))
    const after = Y.getState(doc.store, doc.clientID)
    rows.push([after > before ? before : 0xffffffff, update, encoding.toUint8Array(cursors)])
  }
  return rows
}

const parts = [Buffer.from("OTR1"), u32(base.length), Buffer.from(base)]
for (const which of [0, 1]) {
  const rows = type(which)
  parts.push(u32(CLIENTS[which]), u32(rows.length))
  for (const [clock, update, cursor] of rows) {
    parts.push(u32(clock), u16(update.length), u16(cursor.length), Buffer.from(update), Buffer.from(cursor))
  }
}
writeFileSync(out, Buffer.concat(parts))
