/* Times in the reader's zone, and htmx's CSRF header. Every page works without this file. */
const clockFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" })
const hourFormat = new Intl.DateTimeFormat(undefined, { timeStyle: "short" })
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" })

function showLocalTimes(within) {
  for (const time of within.querySelectorAll("time[datetime][data-show]")) {
    const at = new Date(time.dateTime)
    if (Number.isNaN(at.getTime())) continue
    const format = { hour: hourFormat, day: dayFormat }[time.dataset.show] ?? clockFormat
    time.textContent = format.format(at)
    time.title = `${at.toISOString()} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`
  }
}

showLocalTimes(document)
document.addEventListener("htmx:afterSwap", (event) => showLocalTimes(event.target))
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)
  if (token !== null) event.detail.headers["X-CSRFToken"] = token[1]
})
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = "Copied"
  })
}
for (const choice of document.querySelectorAll("[data-set]")) {
  choice.addEventListener("click", () => {
    const [name, value] = choice.dataset.set.split("=")
    if (value === "") localStorage.removeItem(`otherside.${name}`)
    else localStorage.setItem(`otherside.${name}`, value)
    if (value === "") delete document.documentElement.dataset[name]
    else document.documentElement.dataset[name] = value
  })
}
