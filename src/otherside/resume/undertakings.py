"""Projects: their names, and what is said of them."""

# ruff: noqa: RUF001 - dashes, quotes and bullets as people write them

import re
from collections.abc import Sequence

from otherside.resume.blocks import Block, joined
from otherside.resume.contact import URL
from otherside.resume.dates import ranges, without_dates
from otherside.resume.document import passage_of
from otherside.resume.headings import PROJECTS
from otherside.resume.profile import Project
from otherside.resume.roles import TECH_LINE
from otherside.resume.sections import Section
from otherside.resume.technologies import Catalogue

SPLIT = re.compile(
    r"\t|\s+[–—|·•]\s+|\s+-{1,2}\s+|:\s+|\s*[|•]\s*|\s*—\s*|\s*\((?=[^)]{2,80}\))|\.\s+(?=[A-Z])|,\s+(?=(?:an?|the|eine?|une?|una?)\s)"
)
PROJECTS_MAX = 30


def projects_of(sections: Sequence[Section], catalogue: Catalogue) -> tuple[Project, ...]:
    found: list[Project] = []
    for section in sections:
        if section.name == PROJECTS:
            found += _projects(joined(section.lines), catalogue)
    return tuple(found[:PROJECTS_MAX])


def _projects(blocks: Sequence[Block], catalogue: Catalogue) -> list[Project]:
    opens = [n for n, block in enumerate(blocks) if _opens(blocks, n)]
    made = []
    for number, place in enumerate(opens):
        stop = opens[number + 1] if number + 1 < len(opens) else len(blocks)
        project = _project(blocks[place], blocks[place + 1 : stop], catalogue)
        if project is not None:
            made.append(project)
    return made


def _opens(blocks: Sequence[Block], place: int) -> bool:  # noqa: PLR0911 - one habit of writing each
    """Whether a project begins here: a header above bullets; or, where all are bullets, each of them."""
    block = blocks[place]
    headers = [b for b in blocks if not b.bullet]
    if not headers or (len(headers) == 1 and headers[0] is blocks[0] and len(headers[0].words.split()) > 14):
        return block.bullet
    if block.bullet:
        # Bullets before the first header stand for projects themselves.
        return place < blocks.index(headers[0])
    if TECH_LINE.match(block.words) or re.fullmatch(r"(?:https?://|www\.)?\S+\.\S+/?\S*", block.words):
        return False
    if place == 0:
        return True
    before = blocks[place - 1]
    named = bool(SPLIT.search(block.text)) and len(SPLIT.split(block.text)[0].split()) <= 6
    bolds = [b for b in headers if b.first.bold]
    if bolds and len(bolds) < len(headers) and len(headers) > 1:
        return block.first.bold and not (
            before in bolds and before.first.space > 1.7 and block.first.space < 1.7
        )
    if before.bullet:
        return True
    short = len(block.words.split()) <= 9 and not block.words.endswith(".")
    if block.first.space > 1.4 * max(before.first.space, 1.0) or block.first.space >= 2 > before.first.space:
        return short or named
    after_prose = len(before.words.split()) > 10 or before.words.endswith(".")
    return (short and after_prose) or (
        named and not block.words[:1].islower() and len(block.words.split()) > 4
    )


def _project(head: Block, body: Sequence[Block], catalogue: Catalogue) -> Project | None:
    text = without_dates(head.text, ranges(head.text)) if len(head.text) < 160 else head.text
    link = URL.search(text)
    plain = text.replace(link.group(), "") if link and link.start() > 0 else text
    pieces = [
        piece for piece in (p.strip(" \t,;:()–—-·•|[]") for p in SPLIT.split(plain, maxsplit=1)) if piece
    ]
    if not pieces:
        return None
    name = pieces[0]
    if len(name.split()) > 8:
        name = _first_words(name)
    rest = " ".join([*pieces[1:], *(block.words for block in body)]).strip()
    links = [match.group() for match in URL.finditer(" ".join([head.text, *(block.text for block in body)]))]
    names = tuple(dict.fromkeys(f.name for f in catalogue.find(f"{text}\n{rest}")))
    return Project(name, rest[:600], links[0] if links else "", passage_of(head.first), names)


def _first_words(text: str) -> str:
    """Of a sentence, what it speaks of: up to its first verb-like joint."""
    cut = re.split(
        r"\s+(?:is|was|which|that|for|to|with|using|in|written|built|ist|eine?)\s+|[,;(]", text, maxsplit=1
    )[0]
    return " ".join(cut.split()[:8])
