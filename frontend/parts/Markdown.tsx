import { lexer, type Token, type Tokens } from "marked"
import { Fragment, type ReactNode, useMemo } from "react"

type MarkdownProps = {
  text: string
  /** Headings begin at this level, so that a statement fits the page's outline. */
  level?: number
}

/**
 * Markdown as React elements. Nothing is ever set as HTML: markup in the text is shown as text, links lead only to
 * http, https and mail addresses, pictures become links to them.
 */
export function Markdown({ text, level = 3 }: MarkdownProps) {
  const tokens = useMemo(() => lexer(text, { gfm: true }), [text])
  return <div className="markdown">{blocks(tokens, level)}</div>
}

function blocks(tokens: readonly Token[], level: number): ReactNode {
  return tokens.map((token, index) => (
    <Fragment key={`${index}:${token.type}`}>{block(token, level)}</Fragment>
  ))
}

function block(token: Token, level: number): ReactNode {
  switch (token.type) {
    case "heading":
      return heading(token as Tokens.Heading, level)
    case "paragraph":
      return <p>{inlines(token.tokens)}</p>
    case "text":
      return token.tokens === undefined ? plain(token.text) : inlines(token.tokens)
    case "code":
      return (
        <section className="sample" aria-label="Sample">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide samples scroll, also by keyboard */}
          <pre tabIndex={0}>{token.text}</pre>
        </section>
      )
    case "blockquote":
      return <blockquote>{blocks(token.tokens ?? [], level)}</blockquote>
    case "list":
      return list(token as Tokens.List, level)
    case "table":
      return table(token as Tokens.Table)
    case "hr":
      return <hr />
    case "space":
    case "def":
      return null
    default:
      return <p>{token.raw}</p>
  }
}

function heading(token: Tokens.Heading, level: number): ReactNode {
  const Level = `h${Math.min(6, level + token.depth - 1)}` as "h3"
  return <Level>{inlines(token.tokens)}</Level>
}

function list(token: Tokens.List, level: number): ReactNode {
  const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, level)}</li>)
  return token.ordered ? (
    <ol className="numbers" start={token.start === "" ? 1 : token.start}>
      {items}
    </ol>
  ) : (
    <ul className="dots">{items}</ul>
  )
}

function table(token: Tokens.Table): ReactNode {
  const cell = (cell: Tokens.TableCell) => inlines(cell.tokens)
  return (
    <table>
      <thead>
        <tr>
          {token.header.map((head, i) => (
            <th key={i} scope="col">
              {cell(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row, i) => (
          <tr key={i}>
            {row.map((it, j) => (
              <td key={j}>{cell(it)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function inlines(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Fragment key={`${index}:${token.type}`}>{inline(token)}</Fragment>)
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case "text":
    case "escape":
      return token.type === "text" && token.tokens !== undefined ? inlines(token.tokens) : plain(token.text)
    case "strong":
      return <strong>{inlines(token.tokens)}</strong>
    case "em":
      return <em>{inlines(token.tokens)}</em>
    case "del":
      return <del>{inlines(token.tokens)}</del>
    case "codespan":
      return <code>{plain(token.text)}</code>
    case "br":
      return <br />
    case "link":
      return link((token as Tokens.Link).href, inlines(token.tokens))
    case "image":
      return link((token as Tokens.Image).href, plain(token.text))
    default:
      return token.raw
  }
}

function link(href: string, children: ReactNode): ReactNode {
  if (!safeLink(href)) return children
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}

export function safeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href)
}

/** The lexer leaves the few entities that writers use in plain text; React would show them letter by letter. */
function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "")
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }
