"""Turns what somebody writes into keystrokes at a human pace: pure, and the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

KEYS_PER_S = 6.5
LINE_PAUSE_MS = 420
DELETE_MS = 260  # a selection and one key


@dataclass(frozen=True, slots=True)
class Write:
    """Types `text` into `file` where `before` begins; at the end of the file without it."""

    file: str
    text: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Deletes `old` from `file` and types `new` in its place."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """`wait_ms` after the edit before, `remove` characters go at `index` and `insert` comes."""

    wait_ms: int
    index: int
    remove: int
    insert: str


class NotInFile(Exception):
    """The story speaks of text that is not in the file: the story is wrong, not the reader."""


def edits(deed: Write | Replace, text: str, random: Random) -> Iterator[Edit]:
    """The keystrokes that carry out `deed` on a file that reads `text`."""
    if isinstance(deed, Replace):
        index = text.find(deed.old)
        if index < 0:
            raise NotInFile(f"{deed.old!r} is not in {deed.file}")
        typed = deed.new
        # What stays the same at the start is not typed again.
        same = _common_start(deed.old, deed.new)
        index += same
        typed = typed[same:]
        if len(deed.old) > same:
            yield Edit(DELETE_MS, index, len(deed.old) - same, "")
    else:
        index = len(text) if deed.before is None else text.find(deed.before)
        if index < 0:
            raise NotInFile(f"{deed.before!r} is not in {deed.file}")
        typed = deed.text
    for character in typed:
        pause = LINE_PAUSE_MS if character == "\n" else 0
        yield Edit(int(random.uniform(0.4, 1.6) * 1000 / KEYS_PER_S) + pause, index, 0, character)
        index += len(character)


def _common_start(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
