/* Before the first paint: the reader's own choice of theme and density, kept in this browser only. */
const root = document.documentElement
for (const name of ["theme", "density"]) {
  const chosen = localStorage.getItem(`otherside.${name}`)
  if (chosen !== null) root.dataset[name] = chosen
}
