"""The lines above a role's text: which part is the title, which the company, which a place.

Whether a document writes the title or the company first is a habit of its author, so it is decided once for
the whole document, from the headers that leave no doubt.
"""

# ruff: noqa: E501, RUF001 - lists of words, kept together as they are read

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from otherside.resume.dates import ranges, without_dates
from otherside.resume.document import Line
from otherside.resume.places import REMOTE, is_place
from otherside.resume.words import (
    COMPANY_SUFFIX,
    NOTE,
    SUFFIX_ALONE,
    company_words,
    title_words,
)

SLASH = re.compile(r"\s+/\s+")
SEPARATORS = re.compile(
    r"\t|\s+[|·•–—―~›»]+\s+|\s+-{1,2}\s+|\s*[|•·]\s*|\s*;\s+|\s+//\s+|:\s+(?=\S)|\s+(?:→)\s+|\s*—\s*"
)
AT = re.compile(
    r"\s+(?:at|@|bei|bei der|beim|chez|w/)\s+(?=\S)|\s+(?:en|in der|for|für|presso|na|bij|hos)\s+(?=[A-Z0-9])|\s*@\s*(?=[A-Z])"
)
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*")
MARK = "\x00"  # stands where a bracket opened
DEPARTMENT = re.compile(
    r"(?<!\w)(?:teams?|department|dept|division|abteilung|équipe|equipo|platform|backend|infrastructure|payments|squad|tribe|unit|bereich|group|core|data|cloud|mobile|i{1,3}|iv|sr|jr|ml|web|product)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a header: `row` of the header's lines, `place` within it, `cut` by a comma or a bracket
    from the part before.
    """

    text: str
    line: Line
    row: int
    place: int
    bold: bool
    cut: str = ""
    label: str = ""

    @property
    def title(self) -> int:
        return title_words(self.text)

    @property
    def company(self) -> int:
        return company_words(self.text)

    @property
    def unlike(self) -> bool:
        """Neither title nor company: a place, a kind of contract, an address, a sentence."""
        return (
            is_place(self.text)
            or bool(NOTE.match(self.text))
            or not re.search(r"[^\W\d_]{2}", self.text)
            or len(self.text.split()) > 10
            or bool(re.search(r"https?://|www\.|@\w|\(\d\)", self.text))
            or (len(self.text) > 40 and self.text.endswith("."))
            or self.label == "place"
        )


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; each with the part that it was read from, None where it says nothing of it."""

    title: Part | None
    company: Part | None
    place: Part | None


def parts_of(lines: Sequence[Line], *, at_slash: bool = False) -> tuple[Part, ...]:
    """The pieces of a header's lines without their dates, in reading order."""
    found: list[Part] = []
    for row, line in enumerate(lines):
        text = without_dates(line.text, ranges(line.text))
        text = SLASH.sub("\t", text) if at_slash else text
        place = 0
        for cell in SEPARATORS.split(_kept_labels(text)):
            for piece, cut in _pieces(cell):
                label, words = _labelled(piece)
                words = words.strip(" ,;:–—-|·\u2022")
                if words:
                    found.append(Part(words, line, row, place, line.bold, cut=cut, label=label))
                    place += 1
    return tuple(found)


def _kept_labels(text: str) -> str:
    return re.sub(
        r"^((?:position|title|role|company|employer|client|kunde|firma|rolle|poste|entreprise|empresa|cargo|puesto|location|ort)):\s+",
        r"\1:",
        text,
        flags=re.IGNORECASE,
    )


def _labelled(piece: str) -> tuple[str, str]:
    found = re.match(
        r"^(position|title|role|rolle|stelle|poste|puesto|cargo)\s*:\s*|^(company|employer|client|kunde|firma|arbeitgeber|unternehmen|entreprise|empresa|société|organi[sz]ation)\s*:\s*|^(location|ort|lieu)\s*:\s*",
        piece,
        re.IGNORECASE,
    )
    if found is None:
        return "", piece
    label = "title" if found.group(1) else "company" if found.group(2) else "place"
    return label, piece[found.end() :]


def _pieces(cell: str) -> list[tuple[str, str]]:
    """A cell cut at `at`, at brackets and at commas, except before a legal form; (text, cut by comma)."""
    made: list[tuple[str, str]] = []
    if not re.search(r"[A-Za-z]\(\w{1,3}\)", cell):  # Entwickler(in): no bracket of its own
        cell = BRACKETS.sub(rf", {MARK}\1, ", cell).strip(" ,")
    halves = AT.split(cell, maxsplit=1)
    if len(halves) == 2 and not (title_words(halves[0]) or COMPANY_SUFFIX.search(halves[1])):
        halves = [cell]
    for half in halves:
        for piece, cut in _comma_pieces(half):
            bare = piece.replace(MARK, "").strip()
            if re.fullmatch(r"[A-Z]{2,5}s?|\w/\w(?:/\w)?", bare) and MARK in piece:
                continue  # an abbreviation, or (m/w/d)
            made.append((bare, "(" if MARK in piece else cut))
    return made


def _comma_pieces(text: str) -> list[tuple[str, str]]:
    if is_place(text.strip()):
        return [(text, "")]
    pieces: list[tuple[str, str]] = []
    for number, piece in enumerate(re.split(r",\s+|,(?=[A-Z])", text)):
        if pieces and SUFFIX_ALONE.match(piece):
            pieces[-1] = (f"{pieces[-1][0]}, {piece}", pieces[-1][1])
        elif pieces and number > 0 and is_place(pieces[-1][0]) and is_place(f"{pieces[-1][0]}, {piece}"):
            pieces[-1] = (f"{pieces[-1][0]}, {piece}", ",")
        else:
            pieces.append((piece, "," if number else ""))
    return pieces


def title_comes_first(headers: Sequence[Sequence[Part]]) -> bool:
    """Whether titles precede companies, voted by the headers where both are certain; titles first when
    none is.
    """
    votes = 0
    for parts in headers:
        usable = [part for part in parts if not part.unlike]
        titles = [n for n, part in enumerate(usable) if part.title == 2 and part.company < 2]
        others = [n for n, part in enumerate(usable) if not part.title and not part.cut]
        sure = [n for n in others if usable[n].company] or others[:1]
        if titles and sure:
            votes += 1 if titles[0] < sure[0] else -1
    return votes >= 0


def read_header(parts: Sequence[Part], *, title_first: bool) -> Header:
    """Title, company and place among `parts`."""
    usable = [part for part in parts if not part.unlike]
    place = next(
        (
            part
            for part in parts
            if is_place(part.text) or REMOTE.fullmatch(part.text) or part.label == "place"
        ),
        None,
    )
    title = _best_title(usable, title_first=title_first)
    company = _best_company(usable, title, title_first=title_first)
    if title is None and company is not None:
        rest = [part for part in usable if part is not company and not part.cut]
        first = rest[0] if rest else None
        if first is not None and first.row <= 1 and len(first.text.split()) <= 6:
            title = first
            if (
                (usable.index(first) < usable.index(company)) != title_first
                and not company.company
                and not first.company
            ):
                title, company = (first, company) if title_first else (company, first)
                first_two = [part for part in usable if not part.cut][:2]
                if len(first_two) == 2:
                    title, company = first_two if title_first else (first_two[1], first_two[0])
    return Header(_whole_title(title, company, usable), company, place)


def _whole_title(title: Part | None, company: Part | None, usable: Sequence[Part]) -> Part | None:
    """The title with what a comma or a bracket cut from it and nothing else claims: `Engineer, Payments`."""
    if title is None:
        return None
    place = next(n for n, part in enumerate(usable) if part is title)
    tail = [
        part for part in usable[place + 1 :] if part.cut and part.row == title.row and part is not company
    ]
    after = usable[place + 1] if place + 1 < len(usable) and len(tail) == 1 else None
    if after is None or not after.cut or after is company or after.row != title.row or after.company:
        return title
    if after.place != title.place + 1 or len(after.text.split()) > 4:
        return title
    more = f" ({after.text})" if after.cut == "(" else f", {after.text}"
    return replace(title, text=title.text + more)


def says_all(lines: Sequence[Line]) -> bool:
    """Whether these lines name a title and a company already, so that what follows is what was done."""
    usable = [part for part in parts_of(lines) if not part.unlike]
    return any(part.title == 2 for part in usable) and any(not part.title and not part.cut for part in usable)


def says_title_only(lines: Sequence[Line]) -> bool:
    """Whether these lines name a title, perhaps with a department, and nothing that could be a company."""
    usable = [part for part in parts_of(lines) if not part.unlike]
    titles = [part for part in usable if part.title == 2]
    rest = [part for part in usable if part.title < 2]
    return bool(titles) and all(part.cut and DEPARTMENT.search(part.text) for part in rest)


def _best_title(usable: Sequence[Part], *, title_first: bool) -> Part | None:
    labelled = next((part for part in usable if part.label == "title"), None)
    if labelled is not None:
        return labelled
    scored = []
    for number, part in enumerate(usable):
        if part.title == 0 or part.label == "company":
            continue
        score = 3.0 * part.title - 2.5 * max(0, part.company - 1) - 0.6 * part.row - 0.4 * part.place
        score += 0.3 if part.bold else 0
        score -= 0.4 * max(0, len(part.text.split()) - 6)
        score += 0.5 if (number == 0) == title_first else 0
        scored.append((score, -number, part))
    if not scored:
        return None
    score, _, best = max(scored, key=lambda item: item[:2])
    return best if score > 0 else None


def _best_company(usable: Sequence[Part], title: Part | None, *, title_first: bool) -> Part | None:
    labelled = next((part for part in usable if part.label == "company"), None)
    if labelled is not None:
        return labelled
    scored = []
    for number, part in enumerate(usable):
        if part is title:
            continue
        score = (
            1.6 * part.company
            - 1.5 * (part.title if part.company < 2 else 0)
            - 0.55 * part.row
            - 0.25 * part.place
        )
        score += 0.5 if part.bold else 0
        score -= 1.2 if part.cut == "(" and part.company < 2 else 0
        score -= 0.35 * max(0, len(part.text.split()) - 5)
        score -= 1.2 if part.text[:1].islower() and not part.company else 0
        score -= (
            0.8 if part.cut and part.row == getattr(title, "row", -1) and DEPARTMENT.search(part.text) else 0
        )
        if title is not None:
            after = usable.index(title) < number
            score += 0.6 if after == title_first else 0
            score += (
                0.5
                if not part.cut or (part.row == title.row and abs(number - usable.index(title)) == 1)
                else 0
            )
        scored.append((score, -number, part))
    if not scored:
        return None
    score, _, best = max(scored, key=lambda item: item[:2])
    return best if score > -1.6 else None
