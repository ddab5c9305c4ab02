/* Ctrl K opens the palette, but not from an editor or a terminal, whose key it is. Arrows walk, Esc closes. */
const palette = document.querySelector("dialog.palette")
const query = document.querySelector("#palette-q")
const opener = document.querySelector("[data-palette]")

function openPalette() {
  if (palette.open) return
  palette.showModal()
  query.select()
  query.dispatchEvent(new CustomEvent("palette"))
}

function walk(step) {
  const links = [...palette.querySelectorAll(".found a")]
  if (links.length === 0) return
  const here = links.indexOf(document.activeElement)
  const next = here + step
  if (next < 0) query.focus()
  else links[Math.min(next, links.length - 1)].focus()
}

if (palette !== null) {
  opener.addEventListener("click", (event) => {
    event.preventDefault()
    openPalette()
  })
  document.addEventListener("keydown", (event) => {
    const isChord = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k"
    if (!isChord || event.target.closest?.(".cm-editor, .xterm") != null) return
    event.preventDefault()
    openPalette()
  })
  palette.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") walk(1)
    else if (event.key === "ArrowUp") walk(-1)
    else if (event.key === "Escape") palette.close()
    else if (event.key === "Enter" && event.target === query) {
      // Older results than what is typed: let the form open the page with the right ones.
      const found = palette.querySelector("[data-for]")
      const first = found?.dataset.for === query.value ? found.querySelector(".found a") : null
      if (first === null) return
      first.click()
    } else return
    event.preventDefault()
  })
  palette.addEventListener("click", (event) => {
    if (event.target === palette) palette.close()
  })
}
