"""Statements and guides as HTML that is safe in a page: no raw HTML, no pictures, plain links only."""

from markdown_it import MarkdownIt


def _parser() -> MarkdownIt:
    # "js-default" escapes raw HTML; pictures would let a package tell who reads it.
    return MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False}).disable("image")


def render(text: str) -> str:
    """`text` as HTML. Its highest headings become the third level: the page's own come before."""
    parser = _parser()
    tokens = parser.parse(text)
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + 3, 6)}"
    for token in tokens:
        for child in token.children or []:
            if child.type == "link_open":
                child.attrSet("rel", "noopener noreferrer")
    return str(parser.renderer.render(tokens, parser.options, {}))
