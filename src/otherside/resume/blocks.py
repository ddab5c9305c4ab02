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
    longest = max((len(line.text) for line in lines), default=0)
    made: list[Block] = []
    for line in lines:
        if made and continues(made[-1], line, longest):
            made[-1] = Block(glued(made[-1].text, line.text), (*made[-1].lines, line))
        else:
            made.append(Block(line.text, (line,)))
    return tuple(made)


def glued(before: str, after: str) -> str:
    """Two lines as one: a hyphen at the end that parts a word goes away."""
    if re.search(r"[a-zäöüéà]-$", before) and re.match(r"[a-zäöüéà]", after):
        return before[:-1] + after
    return f"{before} {after}"


def continues(block: Block, line: Line, longest: int) -> bool:
    """Whether `line` goes on with `block` because the page was too narrow."""
    last = block.lines[-1]
    if (
        line.bullet
        or line.style
        or "\t" in line.text
        or line.page - last.page not in {0, 1}
        or line.flow != last.flow
    ):
        return False
    if line.bold and not last.bold:
        return False
    if line.size and last.size and abs(line.size - last.size) > 0.6:
        return False
    same_page = line.page == last.page
    if same_page and line.space > LOOSE:
        return False
    anchored = any(not date.single for date in ranges(line.text))
    if anchored and len(line.text) < 60:
        return False
    lower = line.text[:1].islower()
    if block.bullet:
        return _continues_bullet(block, line, lower=lower, longest=longest)
    full = len(last.text) >= max(0.72 * longest, 50)
    return (
        full
        and not ENDED.search(last.text[-1:])
        and not last.bold
        and not line.bold
        or (full and lower)
        or (
            full
            and len(last.text) > 70
            and not line.bold
            and not last.bold
            and abs(line.x - last.x) < 3
            and len(block.text) > 90
        )
    )


def _continues_bullet(block: Block, line: Line, *, lower: bool, longest: int) -> bool:
    last = block.lines[-1]
    if line.x >= block.first.x - 2.5 and line.x > 0 and line.page == last.page:
        deeper = block.first.x
        # Text that stands as deep as the bullet's own is its continuation; a header stands further left.
        return abs(line.x - deeper) < 14 and (
            not ENDED.search(last.text) or len(last.text) > 0.55 * longest or lower
        )
    full = len(last.text) >= 0.6 * longest
    return full and lower
