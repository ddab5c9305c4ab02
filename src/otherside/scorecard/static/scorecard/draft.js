/* Saves the draft as one goes. Without this file the Save button does it.

   Each save names the version that it was made on. What another tab saved since comes back and is put into the
   fields that were not touched here; where both changed one field, this page keeps its own text, shows the other,
   and leaves that field out of saving until it is touched again. */
const form = document.querySelector("#card")
const badge = document.querySelector("#saved")
const WAIT_MS = 900
let timer = 0
let saving = false
let dirty = false
const held = new Map() // field name -> what is saved of it, while two tabs differ

const read = () => {
  const found = {}
  for (const [name, value] of new FormData(form)) if (typeof value === "string") found[name] = value
  return found
}
let known = read() // the fields as last saved or received

const say = (tone, text) => {
  badge.className = `badge ${tone}`
  badge.textContent = text
}
const hour = (iso) => new Intl.DateTimeFormat(undefined, { timeStyle: "medium" }).format(new Date(iso))

const put = (name, value) => {
  const control = form.elements.namedItem(name)
  if (control === null) return
  if (control instanceof RadioNodeList) control.value = value
  else control.value = value
}

const showOther = (name, theirs) => {
  const control = form.elements.namedItem(name)
  const near = control instanceof RadioNodeList ? control[0].closest("fieldset") : control
  let note = document.querySelector(`[data-other="${name}"]`)
  if (theirs === null) {
    note?.remove()
    return
  }
  if (note === null) {
    note = document.createElement("p")
    note.className = "small warn"
    note.dataset.other = name
    near.after(note)
  }
  note.textContent = `Another tab has saved here: “${theirs || "nothing"}”. Yours stays in the field; change it to keep it. `
  const take = document.createElement("button")
  take.type = "button"
  take.textContent = "Take the other"
  take.addEventListener("click", () => {
    held.delete(name)
    put(name, theirs)
    known[name] = theirs
    showOther(name, null)
    changed()
  })
  note.append(take)
}

const lacks = (missing) => {
  const list = document.querySelector("#missing")
  list.replaceChildren(
    ...(missing.length > 0 ? missing : [null]).map((lack) => {
      const item = document.createElement("li")
      const sign = document.createElement("span")
      sign.className = lack === null ? "good" : "bad"
      sign.textContent = lack === null ? "✓" : "✗"
      item.append(sign, ` ${lack ?? "nothing is missing"}`)
      return item
    }),
  )
}

const receive = (answer, sent) => {
  form.elements.version.value = answer.version
  for (const [name, value] of Object.entries(answer.fields)) {
    const clash = answer.clashes[name]
    if (clash !== undefined) {
      held.set(name, value)
      showOther(name, clash.theirs)
    } else if (!held.has(name) && read()[name] === sent[name] && value !== sent[name]) put(name, value)
    known[name] = value
  }
  lacks(answer.missing)
  if (answer.overlong) say("bad", `! Saved, but for ${answer.overlong}`)
  else if (held.size > 0) say("warn", `! Two tabs differ in ${held.size} field${held.size === 1 ? "" : "s"}`)
  else say("good", `✓ Draft saved ${hour(answer.saved_at)}`)
}

const save = async () => {
  if (saving) return
  saving = true
  dirty = false
  const sent = read()
  const body = new FormData(form)
  for (const [name, value] of held) body.set(name, value)
  try {
    const response = await fetch(form.dataset.draft, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    })
    const answer = await response.json()
    if (response.ok) receive(answer, sent)
    else say("bad", `Not saved: ${answer.error.message}`)
  } catch {
    say("warn", "Not saved: no connection. Go on writing; next try in 5 s.")
    setTimeout(changed, 5000)
  }
  saving = false
  if (dirty) changed()
}

const changed = () => {
  dirty = true
  clearTimeout(timer)
  timer = setTimeout(save, WAIT_MS)
}

/* What the badge beside a title asks for is gone once rating and words are there; the server says the rest. */
const judge = (signal) => {
  const fields = read()
  const value = fields[`value-${signal.dataset.signal}`] ?? ""
  const words = fields[`words-${signal.dataset.signal}`] ?? ""
  signal.classList.toggle("untested", value === "")
  const reason = signal.querySelector(".reason")
  const asked = value !== "" && Number(value) >= Number(signal.dataset.reasonFrom)
  reason?.toggleAttribute("data-waits", !asked && (fields[`reason-${signal.dataset.signal}`] ?? "") === "")
  const badge = signal.querySelector("h2 .badge")
  if (badge !== null) badge.hidden = value !== "" && words.trim() !== ""
}

form.addEventListener("input", (event) => {
  const name = event.target.name
  if (name?.startsWith("pick-")) return
  if (held.delete(name)) showOther(name, null)
  const signal = event.target.closest?.("[data-signal]")
  if (signal) judge(signal)
  changed()
})

for (const button of form.querySelectorAll("[data-add]")) {
  button.addEventListener("click", (event) => {
    const pick = form.elements.namedItem(`pick-${button.dataset.add}`)
    const field = form.elements.namedItem(`moments-${button.dataset.add}`)
    event.preventDefault()
    if (pick.value === "" || field.value.includes(pick.value)) return
    field.value = `${field.value}\n${pick.value}`.trim()
    field.closest("details").open = true
    pick.value = ""
    changed()
  })
}

/* A mark goes under its signal by one click; the chip is gone once it stands there. */
for (const button of form.querySelectorAll("[data-place]")) {
  button.addEventListener("click", (event) => {
    const field = form.elements.namedItem(`moments-${button.dataset.place}`)
    event.preventDefault()
    field.value = `${field.value}\n${button.dataset.line}`.trim()
    field.closest("details").open = true
    for (const chip of document.querySelectorAll("[data-line]"))
      if (chip.dataset.line === button.dataset.line) chip.hidden = true
    const row = button.closest(".likely")
    row.hidden = row.querySelector("[data-line]:not([hidden])") === null
    const left = document.querySelectorAll(".place [data-line]:not([hidden])").length
    document.querySelector(".place b").textContent = `${left} mark${left === 1 ? "" : "s"} to place`
    field.focus()
    changed()
  })
}

/* The minutes held for the card count down while it is open. */
const heldFor = document.querySelector("#held[data-due]")
if (heldFor !== null) {
  const due = new Date(heldFor.dataset.due)
  setInterval(() => {
    const left = Math.ceil((due.getTime() - Date.now()) / 60_000)
    if (left > 0) heldFor.textContent = `${left} min left of the ten held for this`
    else if (left === 0) heldFor.textContent = `Due since ${hour(due)}`
  }, 20_000)
}

window.addEventListener("beforeunload", (event) => {
  if (dirty || saving) event.preventDefault()
})
form.addEventListener("submit", () => {
  clearTimeout(timer)
  dirty = false
  saving = false
})
