"""The scripted candidate of a rehearsal: types, gets stuck, wants help, goes on, finishes early. Pure.

The script is a row of deeds that only grows as the hour goes on: what is done is known by number. What is
typed comes from the package's own solutions, first one that fails and then one that holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from otherside.live.history import Hour
from otherside.live.pad import FIRST, hello
from otherside.live.typing import Replace, edits
from otherside.question.problem import EASED, Problem, Solution

CANDIDATE = "Robin (rehearsal)"
GREETING_WAIT_S = 12
READING_S = 25
STUCK_S = 150  # without help they find it by themselves then
CHANGED_S = 20
ANCHOR_CHARS = 40
BURST_MS = 1_000  # keys that are typed together


@dataclass(frozen=True, slots=True)
class Wait:
    seconds: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """Nothing, until somebody helps or `seconds` are over."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """`insert` behind `after` in the file, and `remove` away where it begins there; takes `ms`.

    `place` is where that would be if nobody else had typed.
    """

    doc: str
    path: str
    place: int
    after: str
    remove: str
    insert: str
    ms: int


@dataclass(frozen=True, slots=True)
class Run:
    doc: str
    language: str
    mode: str


Deed = Wait | Stuck | Stroke | Run


def deeds(hour: Hour, problems: Mapping[str, Problem], languages: Mapping[str, str]) -> tuple[Deed, ...]:
    """The whole script as far as the hour has come. `languages`: what each document is written in."""
    return tuple(_all(hour, problems, languages))


def is_helped(hour: Hour, since_ms: int) -> bool:
    """Whether anything was shown or said to the candidate since then."""
    told = (
        *(given.at_ms for given in hour.help),
        *(given.at_ms for given in hour.facts),
        *(given.at_ms for given in hour.told),
        *(given.at_ms for given in hour.lines),
        *(shown.at_ms for shown in hour.statements),
    )
    return any(at_ms >= since_ms for at_ms in told)


def apply(text: str, stroke: Stroke) -> tuple[int, int]:
    """Where in `text` the stroke goes, and how many characters it takes away.

    Others may have typed meanwhile: its place is found by what stands before it, the nearest to where it
    should be; else it is the end.
    """
    places = [at + len(stroke.after) for at in _occurrences(text, stroke.after)]
    index = min(places, key=lambda place: abs(place - stroke.place), default=len(text))
    there = text[index : index + len(stroke.remove)] == stroke.remove
    return index, len(stroke.remove) if there else 0


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1) if part else -1


def _all(hour: Hour, problems: Mapping[str, Problem], languages: Mapping[str, str]) -> Iterator[Deed]:
    if hour.begun_ms is None:
        return
    yield Wait(GREETING_WAIT_S)
    pad = hello(FIRST, "main.py")
    named = {"main.py": pad["main.py"] + f"# {CANDIDATE}, hello\n"}
    yield from _typed("doc:pad", pad, named)
    yield Run("doc:pad", FIRST, "input")
    written: dict[str, dict[str, str]] = {}
    for shown in hour.statements:
        problem = problems.get(shown.question)
        language = languages.get(shown.doc, "")
        if problem is None or language not in problem.starter:
            continue
        files = written.setdefault(shown.doc, dict(problem.starter[language]))
        if shown.revision == 0:
            yield from _solved(shown.doc, language, problem, files)
        elif shown.revision != EASED:
            yield Wait(CHANGED_S)
            yield from _typed_into(shown.doc, files, _accepted(problem, language, shown.revision))
            yield Run(shown.doc, language, "visible")


def _solved(doc: str, language: str, problem: Problem, files: dict[str, str]) -> Iterator[Deed]:
    yield Wait(READING_S)
    failing = next((s for s in problem.solutions if not s.accepted and language in s.files), None)
    if failing is not None:
        yield from _typed_into(doc, files, failing.files[language])
        yield Run(doc, language, "visible")
        yield Stuck(STUCK_S)
    yield from _typed_into(doc, files, _accepted(problem, language, 0))
    yield Run(doc, language, "visible")


def _accepted(problem: Problem, language: str, revision: int) -> Mapping[str, str]:
    """The files of a solution that holds at this revision; none where there is none in the language."""

    def holds(solution: Solution) -> bool:
        return solution.accepted and language in solution.files and solution.revision in {None, revision}

    fitting = [solution for solution in problem.solutions if holds(solution)]
    own = [solution for solution in fitting if solution.revision == revision]
    chosen = next(iter(own or fitting), None)
    return chosen.files[language] if chosen is not None else {}


def _typed_into(doc: str, files: dict[str, str], new: Mapping[str, str]) -> Iterator[Deed]:
    """Types until the files read as `new`, and keeps what they read then."""
    yield from _typed(doc, files, new)
    files.update(new)


def _typed(doc: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Deed]:
    for path in sorted(new):
        before, after = old.get(path, ""), new[path]
        if before != after:
            yield from _retyped(doc, path, before, after)


@lru_cache(maxsize=64)  # the worker asks every second, and the same two texts are typed the same way
def _retyped(doc: str, path: str, before: str, after: str) -> tuple[Deed, ...]:
    return tuple(_strokes(doc, path, before, after))


def _strokes(doc: str, path: str, before: str, after: str) -> Iterator[Deed]:
    start = _common(before, after)
    tail = _common(before[start:][::-1], after[start:][::-1])
    gone, come = before[start : len(before) - tail], after[start : len(after) - tail]
    text = before[:start]
    if gone:
        yield Stroke(doc, path, len(text), text[-ANCHOR_CHARS:], gone, "", 400)
    burst, ms = "", 0
    for edit in edits(Replace(path, "", come), "", Random(len(come))):  # noqa: S311 - the pace of typing
        burst, ms = burst + edit.insert, ms + edit.wait_ms
        if ms >= BURST_MS:
            yield Stroke(doc, path, len(text), text[-ANCHOR_CHARS:], "", burst, ms)
            text, burst, ms = text + burst, "", 0
    if burst:
        yield Stroke(doc, path, len(text), text[-ANCHOR_CHARS:], "", burst, ms)


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
