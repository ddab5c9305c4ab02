"""Wrapped lines become the bullets and paragraphs that they were before the page broke them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from otherside.resume.dates import ranges
from otherside.resume.document import Line

LOOSE = 1.75  # white space of more line heights than this parts paragraphs
ENDED = re.compile(r"[.!?:;]\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One bullet or paragraph, or a line that stands alone. `lines` are where it was read."""

    text: str
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def bullet(self) -> bool:
        return self.first.bullet

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def joined(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks of the lines, in order."""
    made: list[Block] = []
    for line in lines:
        if made and continues(made[-1], line):
            made[-1] = Block(glued(made[-1].text, line.text), (*made[-1].lines, line))
        else:
            made.append(Block(line.text, (line,)))
    return tuple(made)


def is_full(last: Line, line: Line) -> bool:
    """Whether the next word found no room: only then was the line broken by the page, not by its author."""
    word = line.text.split()[0] if line.text.split() else ""
    letter = 0.5 * last.size if last.size else 1.0
    return last.room <= (len(word) + 2) * letter


def glued(before: str, after: str) -> str:
    """Two lines as one: a hyphen at the end that parts a word goes away."""
    if re.search(r"[a-zäöüéà]-$", before) and re.match(r"[a-zäöüéà]", after):
        return before[:-1] + after
    return f"{before} {after}"


def continues(block: Block, line: Line) -> bool:
    """Whether `line` goes on with `block` because the page was too narrow."""
    last = block.lines[-1]
    if not _may_continue(block, line):
        return False
    lower = line.text[:1].islower()
    if not is_full(last, line) and not (lower and not ENDED.search(last.text) and len(last.text) > 30):
        return False
    if block.bullet:
        # A header stands further left than the bullet's own text.
        return line.page != last.page or abs(line.x - block.first.x) < 14
    if line.bold and last.bold:
        return lower or len(last.text) > 60
    return abs(line.x - last.x) < 24 or lower


def _may_continue(block: Block, line: Line) -> bool:
    """Whether nothing in the look of `line` says that it begins something of its own."""
    last = block.lines[-1]
    begins = line.bullet or line.style or last.style or not line.xs or line.flow != last.flow
    tabbed = "\t" in line.text or ("\t" in last.text and not block.bullet)
    louder = (line.bold and not last.bold) or (line.size and abs(line.size - last.size) > 0.6)
    apart = line.page - last.page not in {0, 1} or (line.page == last.page and line.space > LOOSE)
    dated = _dated(line.text) or (len(block.lines) == 1 and not block.bullet and _dated(block.text))
    return not (begins or tabbed or louder or apart or dated)


def _dated(text: str) -> bool:
    """Whether a range of dates stands at an edge of the line: such a line opens something, and ends a
    header.
    """
    for date in ranges(text):
        if not date.single and (date.begin < 3 or len(text) - date.end < 26 or len(text) < 60):
            return True
    return False
