// Two of our own room connections that type without pause: typists.js URL TICKET_1 TICKET_2, until a line comes in.
//
// Prints `saved MEMBER N` whenever everything up to a member's word N is durable, `status MEMBER STATUS` at changes,
// and at the end one JSON object with what both have.
import { createInterface } from "node:readline"
import WebSocket from "ws"
import { RoomConnection } from "../../frontend/document/room"

const [url = "", ...tickets] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const typists = tickets.map((ticket, index) => {
  const member = index + 1
  const room = new RoomConnection({
    url: `${url}/relay`,
    ticket: async () => ticket,
    socket: (address) => new WebSocket(address) as unknown as globalThis.WebSocket,
  })
  const text = room.doc("doc:pad").getText("file:main.py")
  let [typed, saved, status] = [0, 0, ""]
  room.subscribe(() => {
    if (room.status !== status) say(`status ${member} ${(status = room.status)}`)
    if (room.pendingCount === 0 && typed > saved) say(`saved ${member} ${(saved = typed)}`)
  })
  const timer = setInterval(() => {
    text.insert(text.length, `<${member}.${++typed}>`)
  }, 15)
  return { room, text, timer, typed: () => typed }
})

createInterface({ input: process.stdin }).once("line", async () => {
  for (const { timer } of typists) clearInterval(timer)
  for (let i = 0; i < 1000; i++) {
    const texts = new Set(typists.map(({ text }) => String(text)))
    if (texts.size === 1 && typists.every(({ room }) => room.status === "open" && room.pendingCount === 0)) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const told = JSON.stringify({
    texts: typists.map(({ text }) => String(text)),
    typed: typists.map(({ typed }) => typed()),
  })
  // A pipe takes a long line in pieces: leave only when all of it is out.
  process.stdout.write(`${told}\n`, () => process.exit(0))
})
