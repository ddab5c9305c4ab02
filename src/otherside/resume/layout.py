"""Pieces of text with positions become lines in reading order.

No extractor's own order can be trusted (the best of seven puts 82 % of role blocks in order), so ours is made
from positions alone: pieces on one baseline, columns by an empty gutter, tabs for wide gaps. A column that
holds only dates, places or labels is no column of text: its pieces belong to the lines beside them.
"""

# ruff: noqa: RUF001, RUF002 - dashes, quotes and bullets as people write them

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import msgspec

from otherside.resume.dates import ranges
from otherside.resume.document import Line
from otherside.resume.headings import is_heading
from otherside.resume.letters import BULLET, clean, join_letter_spaced

TAB_EM = 1.3  # a gap wider than this many times the font size is a tab
GUTTER_MIN = 7.0  # points
ALIGNED_SHARE = 0.7
CROSSING_SHARE = 0.34
DOT = re.compile(r"[•◦▪▫■□●○‣∙◆◇⚫⦁]")  # the points of a time line
OPEN_DATE = re.compile(r"\d{4}\s*(?:[-–—]|to|bis|à|a|until)\s*(?:[^\W\d]{3,10}\.?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one baseline. `y` is the baseline, in points from the top of the page."""

    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty band that splits a page into two columns of text, with the pieces of each."""

    x: float
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    across: tuple[Piece, ...]


def in_reading_order(pieces: Sequence[Piece], widths: Mapping[int, float] | None = None) -> tuple[Line, ...]:
    """Lines, numbered on each page from 1: the main column of all pages first, then the side column."""
    pieces = _with_whole_dates(_without_running_heads(pieces))
    main: list[Line] = []
    side: list[Line] = []
    for page in sorted({piece.page for piece in pieces}):
        here = [piece for piece in pieces if piece.page == page]
        gutter = find_gutter(here)
        if gutter is None:
            # Margins are mostly alike, so text may reach as near to the right edge as it begins from the
            # left.
            margin = (widths or {}).get(page, 0) - min(piece.x0 for piece in here)
            main += lines_of(here, flow=0, edge=0.98 * margin)
            continue
        weights = [sum(len(piece.text) for piece in column) for column in (gutter.left, gutter.right)]
        wide, narrow = (
            (gutter.left, gutter.right) if weights[0] >= weights[1] else (gutter.right, gutter.left)
        )
        main += lines_of([*gutter.across, *wide], flow=0)
        side += lines_of(narrow, flow=1)
    return _numbered([*main, *side])


def _without_running_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """Without what stands at the same height of several pages, numbers aside: the name and the page's number.

    On the first page it stays when it is at the top, because it may be the name itself.
    """
    seen: dict[tuple[str, int], set[int]] = {}

    def key(piece: Piece) -> tuple[str, int]:
        return re.sub(r"\d+", "#", piece.text.lower()), round(piece.y / 6)

    for piece in pieces:
        seen.setdefault(key(piece), set()).add(piece.page)
    edge = {page: [p.y for p in pieces if p.page == page] for page in {p.page for p in pieces}}

    def runs(piece: Piece) -> bool:
        if len(seen[key(piece)]) < 2 or is_heading(piece.text):
            return False
        top, bottom = min(edge[piece.page]), max(edge[piece.page])
        low = piece.y > bottom - 0.04 * (bottom - top)
        return low or (piece.page > 1 and piece.y < top + 0.06 * (bottom - top))

    return [piece for piece in pieces if not runs(piece)]


def _with_whole_dates(pieces: Sequence[Piece]) -> list[Piece]:
    """Dates broken over two lines of a narrow column as one: `jan 2017 – fev` above `2021`."""
    whole: dict[int, Piece] = {}
    taken: set[int] = set()
    for above in pieces:
        if not OPEN_DATE.search(above.text):
            continue
        for below in pieces:
            near = 0 < below.y - above.y < 1.7 * above.size and abs(below.x0 - above.x0) < 4
            if near and below.page == above.page and len(below.text) < 24:
                joined = f"{above.text} {below.text}"
                found = [date for date in ranges(joined) if not date.single]
                if found and found[0].end == len(joined):
                    whole[id(above)] = replace(above, text=joined)
                    taken.add(id(below))
    return [whole.get(id(piece), piece) for piece in pieces if id(piece) not in taken]


def _numbered(lines: Sequence[Line]) -> tuple[Line, ...]:
    counts: dict[int, int] = {}
    numbered = []
    for line in lines:
        counts[line.page] = counts.get(line.page, 0) + 1
        numbered.append(msgspec.structs.replace(line, number=counts[line.page]))
    return tuple(numbered)


def find_gutter(pieces: Sequence[Piece]) -> Gutter | None:
    """The gutter between two columns of text, or None where the page has one column."""
    if len(pieces) < 12:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    width = right - left
    best: tuple[int, Gutter] | None = None
    for x in _candidates(pieces, left + 0.12 * width, right - 0.12 * width):
        gutter = _split(pieces, x)
        if gutter is None:
            continue
        score = min(len(gutter.left), len(gutter.right)) - 2 * len(gutter.across)
        if best is None or score > best[0]:
            best = (score, gutter)
    return best[1] if best is not None and _are_columns(best[1]) else None


def _candidates(pieces: Sequence[Piece], low: float, high: float) -> list[float]:
    """Left edges that many pieces share, a little to their left: where a column may begin."""
    counts: dict[int, int] = {}
    for piece in pieces:
        if low <= piece.x0 <= high:
            counts[round(piece.x0)] = counts.get(round(piece.x0), 0) + 1
    near = {x: counts.get(x - 1, 0) + n + counts.get(x + 1, 0) for x, n in counts.items()}
    usual = sorted((x for x, n in near.items() if n >= 4), key=lambda x: -near[x])
    return [x - 2.5 for x in usual[:12]]


def _split(pieces: Sequence[Piece], x: float) -> Gutter | None:
    left = [p for p in pieces if p.x1 <= x + 1]
    right = [p for p in pieces if p.x0 >= x - 1]
    across = [p for p in pieces if p.x0 < x - 1 and p.x1 > x + 1]
    if len(left) < 4 or len(right) < 4 or len(across) > CROSSING_SHARE * len(pieces):
        return None
    left, right, lifted = _trimmed(left, right, across)
    if len(left) < 4 or len(right) < 4:
        return None
    edge = sorted(p.x1 for p in left)[int(0.95 * (len(left) - 1))]
    if x + 2.5 - edge < GUTTER_MIN and x - max(p.x1 for p in left) < GUTTER_MIN - 5:
        return None
    return Gutter(x, tuple(left), tuple(right), (*across, *lifted))


def _trimmed(
    left: list[Piece], right: list[Piece], across: Sequence[Piece]
) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What stands above the last crossing line of the head of the page belongs to the head, not to a
    column.
    """
    top, bottom = min(p.y for p in (*left, *right)), max(p.y for p in (*left, *right))
    head = [p.y for p in across if p.y < top + 0.3 * (bottom - top)]
    if not head:
        return left, right, []
    below = max(head) + 1
    lifted = [p for p in (*left, *right) if p.y < below]
    return [p for p in left if p.y >= below], [p for p in right if p.y >= below], lifted


def _are_columns(gutter: Gutter) -> bool:
    """Whether both sides are read on their own, top to bottom."""
    heads = [any(_is_head(p) for p in side) for side in (gutter.left, gutter.right)]
    if all(heads):
        return not _is_label_column(gutter)
    if len(gutter.across) > 6:
        return False
    aligned = _aligned_share(gutter.left, gutter.right)
    if any(heads) and aligned < ALIGNED_SHARE:
        bare = gutter.left if heads[1] else gutter.right
        return len(bare) >= 5 and not _is_label_column(gutter)
    return False


def _is_head(piece: Piece) -> bool:
    return is_heading(join_letter_spaced(piece.text))


def _is_label_column(gutter: Gutter) -> bool:
    """Whether the left side holds headings, dates and labels whose content stands on the same line, right."""
    if _aligned_share(gutter.left, gutter.right) < ALIGNED_SHARE:
        return False
    return len({round(p.y) for p in gutter.right}) > 1.6 * len({round(p.y) for p in gutter.left}) or not all(
        any(_is_head(p) for p in side) for side in (gutter.left, gutter.right)
    )


def _aligned_share(some: Sequence[Piece], others: Sequence[Piece]) -> float:
    """How many baselines of the sparser side are also baselines of the other."""
    first, second = ({round(p.y) for p in side if not _is_head(p)} for side in (some, others))
    if len(first) > len(second):
        first, second = second, first
    near = {y + d for y in second for d in (-1, 0, 1)}
    return len(first & near) / max(1, len(first))


def lines_of(pieces: Sequence[Piece], flow: int, edge: float = 0) -> list[Line]:
    """The pieces of one column as lines from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and abs(rows[-1][0].y - piece.y) <= 0.32 * max(min(rows[-1][0].size, piece.size), 4):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    made = [line for line in (_line(sorted(row, key=lambda p: p.x0), flow) for row in rows) if line.text]
    edge = max([edge, *(-line.room for line in made)])
    spaced = []
    for before, line in pairwise([None, *made]):
        assert line is not None
        space = 0.0 if before is None else (line.y - before.y) / max(line.size, 4)
        spaced.append(msgspec.structs.replace(line, space=round(space, 2), room=edge + line.room))
    return spaced


def _line(row: Sequence[Piece], flow: int) -> Line:
    row = [row[0], *(piece for piece in row[1:] if not DOT.fullmatch(piece.text.strip()))]
    main = max(row, key=lambda p: len(p.text))
    text = row[0].text
    xs = [row[0].x0]
    for before, piece in pairwise(row):
        gap = piece.x0 - before.x1
        wide = gap > TAB_EM * max(before.size, piece.size) and not BULLET.fullmatch(before.text.strip())
        xs += [piece.x0] if wide else []
        text += ("\t" if wide else " " if gap > 0.12 * piece.size else "") + piece.text
    text = "\t".join(join_letter_spaced(clean(cell)) for cell in text.split("\t"))
    text = re.sub(r"^\t+|\t+$", "", text).strip()
    found = BULLET.match(text)
    bullet = found is not None and len(text) > found.end()
    if bullet and found is not None:
        text = text[found.end() :].lstrip()
    bold = next((p.bold for p in row if not BULLET.fullmatch(p.text.strip())), False)
    x = row[0].x0 if not bullet else next((p.x0 for p in row if clean(BULLET.sub("", p.text))), row[0].x0)
    return Line(
        page=main.page, number=0, text="" if BULLET.fullmatch(text) else text,
        x=round(x, 1), y=round(main.y, 1),
        size=round(main.size, 1), bold=bold, bullet=bullet, flow=flow,
        room=round(-max(p.x1 for p in row), 1), xs=(round(x, 1), *(round(at, 1) for at in xs[1:])),
    )  # fmt: skip
