/* Rows of a plan by dragging and by keys. Both press the buttons that are there without this file. */
const press = (name) => {
  const form = document.querySelector("#plan-form")
  if (form === null) return
  const button = document.createElement("button")
  button.name = "do"
  button.value = name
  button.hidden = true
  form.append(button)
  button.click() // htmx reads which button it was from the click
  button.remove()
}

const rowOf = (target) => target.closest?.("li.segment") ?? null
const keys = { ArrowUp: "up", ArrowDown: "down", "+": "longer", "=": "longer", "-": "shorter" }

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("[data-handle]") || event.ctrlKey || event.metaKey || event.altKey) return
  const verb = keys[event.key]
  if (verb === undefined) return
  event.preventDefault()
  press(`${verb}:${rowOf(event.target).dataset.id}`)
})

let dragged = null
const unmark = () => {
  for (const row of document.querySelectorAll(".over, .under")) row.classList.remove("over", "under")
}
const aim = (y) => {
  const rows = [...document.querySelectorAll("li.segment:not(.fixed)")].filter((row) => row !== dragged)
  const after = rows.filter((row) => y > row.getBoundingClientRect().top + row.offsetHeight / 2)
  return { rows, place: after.length }
}

document.addEventListener("pointerdown", (event) => {
  if (!event.target.matches?.("[data-handle]") || event.button !== 0) return
  dragged = rowOf(event.target)
  dragged.classList.add("dragged")
  event.target.setPointerCapture(event.pointerId)
})
document.addEventListener("pointermove", (event) => {
  if (dragged === null) return
  unmark()
  const { rows, place } = aim(event.clientY)
  if (place < rows.length) rows[place].classList.add("over")
  else rows.at(-1)?.classList.add("under")
})
const drop = (event) => {
  if (dragged === null) return
  const row = dragged
  dragged = null
  row.classList.remove("dragged")
  unmark()
  if (event.type === "pointercancel") return
  const { rows, place } = aim(event.clientY)
  const others = rows.filter((other) => other !== row)
  const middle = [...others.slice(0, place), row, ...others.slice(place)].map((other) => other.dataset.id)
  const all = [...document.querySelectorAll("li.segment")].map((other) => other.dataset.id)
  const fixed = all.filter((id) => !middle.includes(id))
  const order = [...fixed.slice(0, 1), ...middle, ...fixed.slice(1)]
  if (order.join() !== all.join()) press(`order:${order.join()}`)
}
document.addEventListener("pointerup", drop)
document.addEventListener("pointercancel", drop)

/* htmx keeps focus on what has an id; a button that was switched off gives it to the row's handle. */
let focused = null
document.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement?.id || null
})
document.addEventListener("htmx:afterSettle", () => {
  const again = focused === null ? null : document.getElementById(focused)
  if (again === null) return
  if (again.disabled) document.querySelector(`#handle-${again.id.replace(/^[a-z]+-/, "")}`)?.focus()
  else again.focus()
})
