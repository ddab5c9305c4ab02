"""A colleague's change to code: what was there before, what it makes of it, and what is to be found in it."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

BLOCKS, SHOULD, NICE = "blocks", "should", "nice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a reviewer may say of a line of the changed file. `shows`: tests that fail because of it."""

    id: str
    file: str
    line: int
    what: str
    why: str
    weight: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """One line of a file as a diff shows it. `sign` is "+", "-" or " "; a number is None where the line is
    not.
    """

    sign: str
    before: int | None
    after: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDiff:
    """A whole file with its changes. `touched`: the lines of the new file that a remark may stand at."""

    path: str
    lines: tuple[DiffLine, ...]

    @property
    def size(self) -> int:
        """Lines that came or went."""
        return sum(line.sign != " " for line in self.lines)

    @property
    def touched(self) -> frozenset[int]:
        """Added lines, and the two around a place where lines were only taken out."""
        near: set[int] = set()
        last: int | None = None
        taken_out = came = False
        for line in self.lines:
            if line.sign == "-":
                taken_out = True
                continue
            assert line.after is not None
            if line.sign == "+":
                near.add(line.after)
                came = True
                last = line.after
                continue
            if taken_out and not came:
                near |= {line.after} if last is None else {last, line.after}
            last, taken_out, came = line.after, False, False
        if taken_out and not came and last is not None:
            near.add(last)
        return frozenset(near)


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change of a few dozen lines that somebody asks to have reviewed. Paths lie over the code around it.

    A file that `before` has and `after` lacks is deleted. `revision` is the one of the problem's statement
    at which `after` is tried.
    """

    title: str
    by: str
    story: str
    language: str
    revision: int
    findings: tuple[Finding, ...]
    good: tuple[str, ...]
    at_2: str
    at_4: str
    before: Mapping[str, str]
    after: Mapping[str, str]

    @cached_property
    def diff(self) -> tuple[FileDiff, ...]:
        """The files that differ, by path."""
        paths = sorted({*self.before, *self.after})
        return tuple(
            FileDiff(path=path, lines=tuple(_lines(self.before.get(path, ""), self.after.get(path, ""))))
            for path in paths
            if self.before.get(path) != self.after.get(path)
        )

    @property
    def size(self) -> int:
        return sum(file.size for file in self.diff)

    @property
    def must_fail(self) -> frozenset[str]:
        """The tests that the findings together say to fail."""
        return frozenset(name for finding in self.findings for name in finding.shows)

    def unified(self, context: int = 3) -> str:
        """The change as a plain unified diff, for whoever cannot see colours."""
        parts: list[str] = []
        for file in self.diff:
            old = self.before.get(file.path, "").splitlines()
            new = self.after.get(file.path, "").splitlines()
            parts += difflib.unified_diff(old, new, file.path, file.path, lineterm="", n=context)
        return "\n".join(parts) + "\n"


def _lines(before: str, after: str) -> Iterator[DiffLine]:
    old, new = before.splitlines(), after.splitlines()
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield DiffLine(sign=" ", before=i + 1, after=j + 1, text=old[i])
            continue
        for i in range(i1, i2):
            yield DiffLine(sign="-", before=i + 1, after=None, text=old[i])
        for j in range(j1, j2):
            yield DiffLine(sign="+", before=None, after=j + 1, text=new[j])
