"""Roles: dates are anchors, the short lines around them the header, what follows is what was done there."""

# ruff: noqa: E501, RUF001, RUF002 - a list of words, kept together as they are read

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from otherside.resume.blocks import Block, joined
from otherside.resume.dates import DURATION, DateRange, ranges, without_dates
from otherside.resume.document import Line
from otherside.resume.headers import (
    Header,
    Part,
    parts_of,
    read_header,
    says_all,
    says_title_only,
    title_comes_first,
)
from otherside.resume.months import Span
from otherside.resume.sections import Section
from otherside.resume.words import COMPANY_SUFFIX, company_words, title_words

HEADER_ROWS_ABOVE = 3
HEADER_ROWS_BELOW = 2
TECH_LINE = re.compile(
    r"^(?:tech(?:nologies|nologien|nical environment|nology)?|technologies used|tech\.? stack|stack|tools?|environment|environnement(?: technique)?|tecnologías|technologien|skills|keywords|languages|umgebung|eingesetzte technologien|entorno)\b[^:]{0,24}:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RawRole:
    """A role as the document has it. `inherited`: the company stands above several roles."""

    header: Header
    dates: DateRange
    dated: Line
    body: tuple[Block, ...]
    section: str
    inherited: bool = False

    @property
    def span(self) -> Span:
        return self.dates.span


@dataclass(frozen=True, slots=True)
class _Draft:
    rows: tuple[Line, ...]
    dates: DateRange | None
    dated: Line
    body: tuple[Block, ...]
    section: str


def roles_of(sections: Sequence[Section]) -> tuple[RawRole, ...]:
    """The roles of these sections, in the document's order.

    Title or company first is decided over all of them.
    """
    drafts = [draft for section in sections for draft in _drafts(section)]
    headers = [_parts(draft.rows) for draft in drafts]
    first = title_comes_first(headers)
    made: list[RawRole] = []
    umbrella: Header | None = None
    for number, (draft, parts) in enumerate(zip(drafts, headers, strict=True)):
        header = read_header(parts, title_first=first)
        if draft.dates is None:
            umbrella = header
            continue
        role = RawRole(header, draft.dates, draft.dated, draft.body, draft.section)
        after = drafts[number + 1] if number + 1 < len(drafts) else None
        if _is_umbrella(role, after):
            umbrella = header
            continue
        if header.company is None and header.title is not None:
            above = umbrella or (made[-1].header if made and made[-1].section == draft.section else None)
            if above is not None and above.company is not None and _near(above, draft):
                header = Header(header.title, above.company, header.place or above.place)
                role = RawRole(header, draft.dates, draft.dated, draft.body, draft.section, inherited=True)
        elif header.company is not None:
            umbrella = None
        if header.title is not None or header.company is not None:
            made.append(role)
    return tuple(made)


def _parts(rows: Sequence[Line]) -> tuple[Part, ...]:
    """A slash parts title and company only where nothing else does: `Technical Lead / Backend` is one
    title.
    """
    parts = parts_of(rows)
    return parts if sum(not part.unlike for part in parts) > 1 else parts_of(rows, at_slash=True)


def _near(above: Header, draft: _Draft) -> bool:
    assert above.company is not None
    return draft.dated.page - above.company.line.page <= 1


def _is_umbrella(role: RawRole, after: _Draft | None) -> bool:
    """A company with its whole time above the roles held there: its dates cover the next, it has no text
    of its own.
    """
    if role.body or after is None or after.dates is None or role.dates.single:
        return False
    header = role.header
    if header.title is not None and header.title.title == 2:
        return False
    inner, outer = after.dates.span, role.span
    covers = outer.start.year <= inner.start.year and (
        outer.ongoing
        or (outer.end is not None and inner.end is not None and inner.end.year <= outer.end.year)
    )
    words = " ".join(line.words for line in after.rows)
    return covers and title_words(words) > 0 and company_words(words) < 2


def _drafts(section: Section) -> list[_Draft]:
    blocks = [part for block in joined(section.lines) for part in _one_by_one(block)]
    anchors = _anchors(blocks)
    if not anchors:
        return []
    places = sorted(anchors)
    habit = _rows_above(blocks, places)
    starts = [_start(blocks, places, number, habit) for number in range(len(places))]
    drafts: list[_Draft] = []
    lead = blocks[: starts[0]]
    if lead and _is_header_like(lead[-1]) and company_words(lead[-1].words) and not _is_prose(lead[-1]):
        drafts.append(_Draft((lead[-1].first,), None, lead[-1].first, (), section.heading))
    for number, place in enumerate(places):
        stop = starts[number + 1] if number + 1 < len(places) else len(blocks)
        below = _rows_below(blocks, starts[number], place, stop)
        rows = tuple(_row(block) for block in blocks[starts[number] : place + 1 + below])
        anchor = blocks[place]
        body = tuple(blocks[place + 1 + below : stop])
        rows, body = _without_prose(rows, anchor, body)
        drafts.append(_Draft(rows, anchors[place], anchor.first, tuple(body), section.heading))
    return drafts


def _row(block: Block) -> Line:
    """The block as a line of a header."""
    return (
        block.first
        if block.text == block.first.text
        else msgspec.structs.replace(block.first, text=block.text)
    )


def _one_by_one(block: Block) -> list[Block]:
    """Several roles in one line, `Acme (developer, 2019-now), Beta (tester, 2015-2019)`, each for itself."""
    found = [date for date in ranges(block.text) if not date.single]
    if len(found) < 2 or block.bullet:
        return [block]
    made, begin = [], 0
    for date in found:
        cut = re.match(r"\s*\)?\s*(?:[,;|]|$|\.\s)\s*", block.text[date.end :])
        if cut is None:
            return [block]
        stop = date.end + cut.end()
        made.append(Block(block.text[begin:stop].rstrip(" ,;|."), block.lines))
        begin = stop
    return made if begin >= len(block.text) else [block]


def _without_prose(
    rows: tuple[Line, ...], anchor: Block, body: tuple[Block, ...]
) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """A role told in one line, `2019 – now: Acme, developer.

    Built X with Y.`: header up to the first full stop.
    """
    begins = bool(ranges(anchor.text)) and ranges(anchor.text)[0].begin < 3
    if len(anchor.text) <= 110 and not begins:
        return rows, body
    cut = re.search(
        r"(?<=\w\w)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bSr)(?<!\bJr)(?<!\bSt)(?<!\bCorp)[.;]\s+(?=[A-ZÄÖÜÉ])",
        anchor.text[20:],
    )
    if cut is None:
        return rows, body
    stop = 20 + cut.start()
    line = anchor.first
    head = msgspec.structs.replace(line, text=anchor.text[:stop])
    rest = Block(anchor.text[stop + 1 :].strip(), anchor.lines)
    return tuple(head if row.text == anchor.text else row for row in rows), (rest, *body)


def _anchors(blocks: Sequence[Block]) -> dict[int, DateRange]:
    """Block → its date range, for the blocks that open a role."""
    full: dict[int, DateRange] = {}
    single: dict[int, DateRange] = {}
    for place, block in enumerate(blocks):
        found = ranges(block.text)
        if not found:
            continue
        whole = [date for date in found if not date.single]
        if whole and _is_edge(block, whole[0]):
            full[place] = whole[0]
        elif len(found) == 1 and not block.bullet and len(block.lines) == 1 and _is_edge(block, found[0]):
            rest = without_dates(block.text, found)
            if not rest or title_words(rest) == 2 or (company_words(rest) == 2 and len(rest) < 60):
                single[place] = found[0]
    plain = {place: date for place, date in full.items() if not blocks[place].bullet}
    if plain:
        full = plain
    return {**single, **full} if full or single else {}


def _is_edge(block: Block, date: DateRange) -> bool:
    """Dates in a sentence are no anchor; those at the edge of a line or a cell, or in a short line, are."""
    before, after = block.text[: date.begin].rstrip(" ("), block.text[date.end :].lstrip(" )")
    rest = without_dates(block.text, [date])
    if _is_sentence(rest) and before and after:
        return False
    at_edge = (
        not before
        or not after
        or before.endswith(("\t", "|", ",", "·", "•", "–", ":"))
        or after.startswith(("\t", "|", ",", "·", ":", "•", "–"))
    )
    if block.bullet:
        return at_edge and (not before or (len(rest) < 110 and title_words(rest) == 2))
    if DURATION.fullmatch(after.strip()):
        return len(rest) <= 110
    return (at_edge and (len(rest) <= 110 or not before)) or len(rest) <= 60


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 12 or (len(text.split()) > 6 and text.endswith("."))


def _is_prose(block: Block) -> bool:
    """What was done, not where: a bullet, a paragraph, a sentence, a list of tools."""
    text = block.words
    if block.bullet or len(block.lines) > 1 or TECH_LINE.match(text):
        return True
    count = len(text.split())
    ended = text.endswith(".") and not re.search(rf"(?:{COMPANY_SUFFIX.pattern})$", text, re.IGNORECASE)
    return count > 14 or (count > 7 and ended) or (count > 4 and text[:1].islower())


def _above(blocks: Sequence[Block], place: int, rows: int) -> bool:
    """Whether one more row above `place` may belong to its header."""
    above = place - rows - 1
    return _is_header_like(blocks[above]) and not _is_body_deep(blocks, above, blocks[place])


def _is_body_deep(blocks: Sequence[Block], place: int, anchor: Block) -> bool:
    """Whether a block stands indented under headers as others do: a bullet whose sign is drawn, not
    written.
    """
    block = blocks[place]
    if not block.first.size or block.first.bold or any(abs(block.first.x - x) <= 5 for x in anchor.first.xs):
        return False
    alike = sum(abs(other.first.x - block.first.x) < 2 and not other.first.bold for other in blocks)
    return block.first.x > anchor.first.x + 5 and alike >= 3


def _is_header_like(block: Block) -> bool:
    return not _is_prose(block)


def _rows_above(blocks: Sequence[Block], places: Sequence[int]) -> int:
    """How many header lines stand above the dates in this section: its habit."""
    counts: list[int] = []
    for number, place in enumerate(places):
        floor = places[number - 1] if number else -1
        rows = 0
        while place - rows - 1 > floor and rows < HEADER_ROWS_ABOVE and _above(blocks, place, rows):
            rows += 1
        bounded = place - rows - 1 > floor or number == 0
        if bounded:
            counts.append(rows)
    if not counts:
        return 0
    usual = Counter(counts).most_common()
    best = max(n for _, n in usual)
    return min(rows for rows, n in usual if n == best)


def _start(blocks: Sequence[Block], places: Sequence[int], number: int, habit: int) -> int:
    """The first block of the role at `places[number]`."""
    place = places[number]
    floor = places[number - 1] if number else -1
    rows = 0
    bare = not without_dates(blocks[place].text, ranges(blocks[place].text))
    wanted = max(habit, 1) if bare and habit == 0 and not _header_below(blocks, place) else habit
    while rows < wanted and place - rows - 1 > floor and _above(blocks, place, rows):
        if (
            rows
            and blocks[place - rows].first.space > 2.6
            and blocks[place - rows].first.space > 1.4 * blocks[place].first.space
        ):
            break
        rows += 1
    # A company alone above the line with title and dates, once for several roles.
    if rows == habit and place - rows - 1 > floor and not bare and _company_above(blocks, place, rows):
        rows += 1
    return place - rows


def _company_above(blocks: Sequence[Block], place: int, rows: int) -> bool:
    above, first = blocks[place - rows - 1].first, blocks[place - rows].first
    return (
        rows < HEADER_ROWS_ABOVE
        and _above(blocks, place, rows)
        and (above.bold or above.space > first.space)
        and not title_words(above.words)
        and says_title_only([_row(block) for block in blocks[place - rows : place + 1]])
    )


def _header_below(blocks: Sequence[Block], place: int) -> bool:
    return place + 1 < len(blocks) and _is_header_like(blocks[place + 1])


def _rows_below(blocks: Sequence[Block], start: int, place: int, stop: int) -> int:
    """Header lines under the dates: up to two, short, and not set apart by white space."""
    rows = 0
    if says_all([_row(block) for block in blocks[start : place + 1]]):
        return 0
    while place + rows + 1 < stop and rows < HEADER_ROWS_BELOW:
        block = blocks[place + rows + 1]
        usual = max(blocks[place].first.space, 1.9)
        seen = {x for row in blocks[place : place + rows + 1] for x in row.first.xs}
        indented = bool(block.first.size) and all(abs(block.first.x - x) > 4 for x in seen)
        if not _is_header_like(block) or indented or (block.first.space > max(2.4, 1.3 * usual) and rows):
            break
        rows += 1
    return rows
