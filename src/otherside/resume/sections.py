"""Lines become sections: a heading is known by its words, or by looking like headings that are."""

# ruff: noqa: E501 - a list of words, kept together as they are read

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from otherside.resume.dates import ranges
from otherside.resume.document import Line
from otherside.resume.headings import (
    CONTACT,
    EDUCATION,
    OTHER,
    PROJECTS,
    SKILLS,
    SUMMARY,
    WORK,
    section_like,
    section_named,
)

TITLE_PAGE = re.compile(
    r"(?:curriculum\s+vit(?:ae|æ)|c\.?v\.?|r[ée]sum[ée]|lebenslauf|hoja\s+de\s+vida|bewerbung)\W*",
    re.IGNORECASE,
)
Look = tuple[int, bool, bool, int]
INLINE = re.compile(r"^(?P<head>[^\W\d][^:\t]{2,36}):\s+(?P<rest>\S.*)$", re.DOTALL)
INLINE_SECTIONS = {SKILLS, EDUCATION, SUMMARY, OTHER, WORK}
NEVER_INLINE = re.compile(r"(?:tools?|stack|tech|technologies|technologien|technology|environment|frameworks?|databases?|software|"
    r"languages?|programming languages|sprachen|contact|links|web|projects?|clients?|missions?|role|roles|position|positions|courses|coursework|"
    r"relevant coursework|awards?|honou?rs|achievements|thesis|highlights|studies|degree|programming|personal|details|online|profil|profile|profiles)$", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is one of headings' sections; the head of the document has the name contact and no heading."""

    name: str
    heading: str
    lines: tuple[Line, ...]


def look_of(line: Line) -> Look:
    letters = [c for c in line.text if c.isalpha()]
    upper = bool(letters) and all(c.isupper() for c in letters)
    return (round(line.size * 2), line.bold, upper, line.style)


def split(lines: Sequence[Line]) -> tuple[Section, ...]:
    """The document's sections in order. A change of column begins a new, unnamed one."""
    looks = heading_looks(lines)
    found: list[Section] = []
    name, heading, held = CONTACT, "", list[Line]()
    flow = 0
    for place, line in enumerate(lines):
        if place < 3 and name == CONTACT and TITLE_PAGE.fullmatch(line.words):
            continue  # "Résumé" over the page is no heading of a summary
        if line.flow != flow:
            found.append(Section(name, heading, tuple(held)))
            name, heading, held, flow = CONTACT, "", [], line.flow
        opened = _opens(line, name, looks)
        if opened is None:
            held.append(line)
            continue
        found.append(Section(name, heading, tuple(held)))
        name, heading, rest = opened
        held = [rest] if rest is not None else []
    found.append(Section(name, heading, tuple(held)))
    return tuple(section for section in found if section.lines or section.heading)


def heading_looks(lines: Sequence[Line]) -> frozenset[Look]:
    """Looks that sections' names have here and other lines mostly have not."""
    named = Counter(look_of(line) for line in lines if not line.bullet and section_named(line.words))
    every = Counter(look_of(line) for line in lines if not line.bullet)
    return frozenset(
        look
        for look, n in named.items()
        if (n >= 2 and n >= 0.45 * every[look]) or (n >= 4 and n >= 0.3 * every[look])
    )


def _opens(  # noqa: PLR0911 - one way of being a heading each
    line: Line, now: str, looks: frozenset[Look]
) -> tuple[str, str, Line | None] | None:
    """(section, heading, what stands beside it on the line), or None where the line is content."""
    cells = line.cells
    if not cells:
        return None
    look = look_of(line)
    if len(cells) == 1:
        text = cells[0].rstrip(":").strip()
        named = section_named(text)
        if named is not None and not (line.bullet and look not in looks):
            return (named, text, None) if _fits(line, named, now, look, looks) else None
        if (
            look in looks
            and not line.bullet
            and len(text.split()) <= 6
            and not ranges(text)
            and len(text) > 2
        ):
            like = section_like(text) if not re.search(r"[|,·•@]", text) else None
            distinct = look[2] or look[3] or (look[0] and look[1])
            if like is not None or (distinct and now != CONTACT and _only_headings(look)):
                return like or OTHER, text, None
        if (
            line.style
            and not line.bullet
            and len(text) < 60
            and (like := section_like(text))
            and line.style <= 2
        ):
            return like, text, None
        return _inline(line, now)
    first = section_named(cells[0].rstrip(":"))
    if first in {WORK, EDUCATION, PROJECTS} or (
        first and (cells[0].isupper() or look in looks) and now != SKILLS
    ):
        assert first is not None
        return first, cells[0], _rest(line, "\t".join(cells[1:]))
    return None


def _only_headings(look: Look) -> bool:
    """Whether a look is telling enough to make a heading of words that are not known: size and capitals or
    style.
    """
    return bool(look[2] and look[0]) or bool(look[3])


def _fits(line: Line, named: str, now: str, look: Look, looks: frozenset[Look]) -> bool:
    """Words such as Projects or Achievements stand inside roles as well, but do not look like a section
    there.
    """
    if not looks or look in looks:
        return True
    if now in {WORK, PROJECTS} and named in {PROJECTS, OTHER, SKILLS, SUMMARY}:
        plain = not line.bold and not look[2] and not line.style
        biggest = max(other[0] for other in looks)
        return not plain and look[0] >= biggest
    return True


def _inline(line: Line, now: str) -> tuple[str, str, Line | None] | None:
    """`Skills: Python, Go` opens a section when it is no label inside another one."""
    if line.bullet or now == SKILLS:
        return None
    found = INLINE.match(line.text)
    if found is None or NEVER_INLINE.match(found.group("head").strip()):
        return None
    named = section_named(found.group("head"))
    if named in INLINE_SECTIONS:
        return named, found.group("head"), _rest(line, found.group("rest"))
    return None


def _rest(line: Line, text: str) -> Line:
    return msgspec.structs.replace(
        line, text=text, x=line.xs[1] if len(line.xs) > 1 else line.x, xs=line.xs[1:]
    )
