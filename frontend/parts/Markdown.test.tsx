import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { Markdown, safeLink } from "./Markdown"

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

describe("a statement", () => {
  it("is drawn with its lists, code and tables", () => {
    const drawn = html(
      "# Title\n\nSee `allow(key)`:\n\n- **one**\n- two\n\n```py\na < b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    expect(drawn).toContain("<h3>Title</h3>")
    expect(drawn).toContain("<code>allow(key)</code>")
    expect(drawn).toContain("<strong>one</strong>")
    expect(drawn).toContain("a &lt; b")
    expect(drawn).toContain("<td>2</td>")
  })

  it("shows entities as the signs they stand for, once", () => {
    expect(html("a &amp; b < c")).toContain("a &amp; b &lt; c")
    expect(html("`x &lt; y`")).not.toContain("&amp;amp;")
  })
})

describe("hostile text", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onclick=alert(1)>bold</b>",
    "<svg/onload=alert(1)>",
    "</div></section><iframe src='javascript:alert(1)'></iframe>",
    "<!-- --><style>*{display:none}</style>",
  ]
  it.each(attacks)("stays text: %s", (attack) => {
    const drawn = html(attack)
    expect(drawn).not.toMatch(/<(script|img|svg|iframe|style|b|section)\b/i)
  })

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
  ])("leads nowhere: %s", (attack) => {
    expect(html(attack)).not.toContain("href")
  })

  it("lets ordinary addresses through, in a tab of their own", () => {
    expect(html("[docs](https://docs.python.org/3/)")).toContain('rel="noreferrer noopener"')
    expect(safeLink("mailto:a@example.org")).toBe(true)
    expect(safeLink(" javascript:alert(1)")).toBe(false)
  })

  it("survives text that is no markdown at all", () => {
    let state = 9
    for (let round = 0; round < 300; round++) {
      let text = ""
      for (let n = 0; n < 60; n++) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        text += "[]()<>!*_`~#|-=&;:\\\n ab1\"'"[state % 27] ?? ""
      }
      expect(html(text)).not.toMatch(/<(script|img|svg|iframe|style)\b/i)
    }
  })
})
