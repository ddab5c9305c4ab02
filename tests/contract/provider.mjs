// Two stock y-websocket clients of npm on a relay: node provider.mjs URL LOG TICKET_1 TICKET_2 READER_TICKET
//
// Prints one JSON object: what each saw, whether cursors came with the server's names, what a reader's edit came to.
import * as Y from "yjs"
import WebSocket from "ws"
import { WebsocketProvider } from "y-websocket"

const [url, log, ...tickets] = process.argv.slice(2)
const until = async (what, test) => {
  for (let i = 0; i < 500; i++) {
    if (test()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`never: ${what}`)
}

function join(ticket) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url}/relay/y/${log}`, "doc:pad", doc, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
    params: { ticket },
  })
  return { doc, provider, text: doc.getText("file:main.py") }
}

const alice = join(tickets[0])
const dana = join(tickets[1])
await until("both in step", () => alice.provider.synced && dana.provider.synced)
alice.provider.awareness.setLocalStateField("user", { name: "The pope" })
alice.text.insert(0, "print('hello')\n")
dana.text.insert(0, "# dana\n")
await until("both have both", () => String(alice.text) === String(dana.text) && String(alice.text).length === 22)
await until("a cursor", () => dana.provider.awareness.getStates().get(alice.doc.clientID)?.user)
const cursor = dana.provider.awareness.getStates().get(alice.doc.clientID)

// A line that breaks: what was typed meanwhile merges on return.
alice.provider.disconnect()
alice.text.insert(alice.text.length, "alone = 1\n")
dana.text.insert(0, "# together\n")
alice.provider.connect()
await until("merged", () => String(alice.text) === String(dana.text) && String(dana.text).includes("alone"))

const reader = join(tickets[2])
await until("the reader is in step", () => reader.provider.synced)
const read = String(reader.text)
reader.text.insert(0, "VANDAL")
await new Promise((resolve) => setTimeout(resolve, 300))

// A subdocument of everything Yjs has that our rooms use.
const files = alice.doc.getMap("files")
files.set("main.py", new Y.Map([["order", 0]]))
files.set("lib/util.py", new Y.Map([["order", 1]]))
await until("a map", () => dana.doc.getMap("files").get("lib/util.py")?.get("order") === 1)

console.log(
  JSON.stringify({
    text: String(dana.text),
    read,
    cursor: cursor.user.name,
    vandal: String(dana.text).includes("VANDAL"),
    client: alice.doc.clientID,
  }),
)
for (const { provider, doc } of [alice, dana, reader]) {
  provider.destroy()
  doc.destroy()
}
process.exit(0)
