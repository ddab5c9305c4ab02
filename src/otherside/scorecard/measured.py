"""Measurements of an hour and its runs. Pauses stand outside of each; what was not measured is None."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otherside.live.happened import Help, Moment
from otherside.live.history import Hour
from otherside.live.progress import Ran, is_green, worked_ms
from otherside.rubric import signals
from otherside.run.entries import RunFinished
from otherside.scorecard.seen import Judged

TIDY = "tidy"
NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Version:
    """What a problem was from here on: 0 as first shown, above it harder, below it easier. Said counts."""

    at_ms: int
    question: str
    revision: int
    said: bool


def versions(hour: Hour) -> tuple[Version, ...]:
    """In the order of time; one that was said and then shown is there once."""
    given = [Version(s.at_ms, s.question, s.revision, False) for s in hour.statements]
    given += [Version(t.at_ms, t.question, t.revision, True) for t in hour.told]
    found: dict[tuple[str, int], Version] = {}
    for each in sorted(given, key=lambda version: version.at_ms):
        found.setdefault((each.question, each.revision), each)
    return tuple(found.values())


def changes_of(hour: Hour, question: str) -> tuple[int, ...]:
    return tuple(version.at_ms for version in versions(hour) if version.question == question)


def hints_by_signal(hour: Hour) -> dict[str, int]:
    """Signal → hints that bear on it: steps of the ladder once each however often told, improvised ones each.

    On adapting only those since the task changed; on problem solving all of the hour's.
    """
    all_given = hints_in(hour.help)
    first = min((version.at_ms for version in versions(hour) if version.revision > 0), default=None)
    since = hints_in([given for given in hour.help if first is not None and given.at_ms >= first])
    return {signals.PROBLEM_SOLVING: all_given, signals.ADAPTING: since}


def hints_in(given: Sequence[Help]) -> int:
    """A step of a ladder counts once, however often it was told; improvised hints one each."""
    steps = {(each.question, each.step) for each in given if each.step is not None}
    return len(steps) + sum(each.step is None for each in given)


def _since_change(hour: Hour, question: str, at_ms: int) -> int:
    return max((changed for changed in changes_of(hour, question) if changed <= at_ms), default=0)


def _until_change(hour: Hour, question: str, at_ms: int) -> int:
    return min((changed for changed in changes_of(hour, question) if changed > at_ms), default=NEVER)


def progress_ms(hour: Hour, runs: Sequence[Ran], given: Help) -> int | None:
    """From a hint to the next run of its problem that passed more tests than any before; -1 where none did.

    None where tests cannot tell: nothing was run with tests, or all were green before it.
    """
    doc = hour.doc_of(given.question)
    start = _since_change(hour, given.question, given.at_ms)
    end = _until_change(hour, given.question, given.at_ms)
    tested = [(at, run) for at, run in runs if run.doc == doc and run.tests and start <= at < end]
    before = [run for at, run in tested if at <= given.at_ms]
    if not tested or any(is_green(run) for run in before):
        return None
    best = max((_passing(run) for run in before), default=0)
    further = next((at for at, run in tested if at > given.at_ms and _passing(run) > best), None)
    if further is not None:
        return worked_ms(hour, given.at_ms, further)
    return -1 if end == NEVER else None  # whoever changed the problem ended the measurement


def _passing(run: RunFinished) -> int:
    return sum(test.passed for test in run.tests)


def mistakes_repeated(hour: Hour, runs: Sequence[Ran], judged: Judged) -> tuple[str, ...] | None:
    """What had been mended and came back, while the problem stayed the same: tests (visible and hidden) that
    failed, passed and failed again, and errors that were gone and met again. None below three runs of one
    problem, which cannot show it.
    """
    measured, found = False, dict[str, None]()
    for stretch in _stretches(hour, runs):
        if len(stretch) < 3:
            continue
        measured = True
        history: dict[str, list[bool]] = {}
        for run in stretch:
            tests = (*run.tests, *judged.get(run.run, ()))
            for test in tests:
                history.setdefault(test.name, []).append(test.passed)
        errors = [_error(run) for run in stretch]
        for error in dict.fromkeys(e for e in errors if e):
            history[error] = [e != error for e in errors]
        found |= {name: None for name, went in history.items() if _came_back(went)}
    return tuple(found) if measured else None


def _stretches(hour: Hour, runs: Sequence[Ran]) -> Iterator[list[RunFinished]]:
    """Runs of one problem in one version of it."""
    by_stretch: dict[tuple[str, int], list[RunFinished]] = {}
    for at_ms, run in runs:
        question = hour.question_in(run.doc)
        if question is not None:
            by_stretch.setdefault((run.doc, _since_change(hour, question, at_ms)), []).append(run)
    yield from by_stretch.values()


def _error(run: RunFinished) -> str:
    """The last line of what a run that stopped wrote, without its numbers; empty where it did not stop."""
    if run.outcome == "ok":
        return ""
    lines = [line.strip() for line in run.stderr.splitlines() if line.strip()]
    return re.sub(r"\d+", "…", lines[-1])[:80] if lines else run.outcome


def _came_back(went: Sequence[bool]) -> bool:
    """Failed, went well, failed again."""
    failed = [n for n, well in enumerate(went) if not well]
    return bool(failed) and any(went[failed[0] : failed[-1]])


@dataclass(frozen=True, slots=True)
class Change:
    """A harder version and what followed. `green_ms`: until every visible test passed, -1 where they never
    did, None where nothing was run. `kept`: of the tests green before it, how many the first run after it
    kept.
    """

    revision: int
    said: bool
    green_ms: int | None
    kept: tuple[int, int] | None


def changes(hour: Hour, runs: Sequence[Ran]) -> tuple[Change, ...]:
    """Every harder version in the order in which it came."""
    found = []
    for version in versions(hour):
        if version.revision <= 0:
            continue
        question, at_ms = version.question, version.at_ms
        mine = [(at, r) for at, r in runs if r.doc == hour.doc_of(question) and r.tests]
        end = _until_change(hour, question, at_ms)
        after = [(at, run) for at, run in mine if at_ms < at < end]
        before = [run for at, run in mine if at <= at_ms]
        green = next((at for at, run in after if is_green(run)), None)
        green_ms = worked_ms(hour, at_ms, green) if green is not None else -1 if after else None
        kept = _kept(before[-1], after[0][1]) if before and after else None
        found.append(Change(version.revision, version.said, green_ms, kept))
    return tuple(found)


def _kept(before: RunFinished, after: RunFinished) -> tuple[int, int] | None:
    green = {test.name for test in before.tests if test.passed}
    both = [test for test in after.tests if test.name in green]
    return (sum(test.passed for test in both), len(both)) if both else None


@dataclass(frozen=True, slots=True)
class Tidied:
    """What changed in the files while tidying up. `green`: the tests still passed after it."""

    came: int
    went: int
    green: bool


def tidied(hour: Hour, runs: Sequence[Ran]) -> Tidied | None:
    """From the last run before the moment to the last one in it, or the first after it; None without both."""
    moment = next((m for m in hour.moments if m.moment == TIDY), None)
    if moment is None:
        return None
    before = [run for at, run in runs if at <= moment.from_ms and run.tests]
    if not before:
        return None
    doc = before[-1].doc
    within, after = _around(moment, [(at, r) for at, r in runs if r.doc == doc and r.tests])
    last = within[-1] if within else after[0] if after else None
    if last is None:
        return None
    came, went = _difference(before[-1].files, last.files)
    return Tidied(came, went, is_green(last))


def _around(moment: Moment, runs: Sequence[Ran]) -> tuple[list[RunFinished], list[RunFinished]]:
    end = moment.to_ms if moment.to_ms is not None else NEVER
    within = [run for at, run in runs if moment.from_ms < at <= end]
    return within, [run for at, run in runs if at > end]


def _difference(before: dict[str, str], after: dict[str, str]) -> tuple[int, int]:
    came = went = 0
    for path in sorted({*before, *after}):
        old, new = before.get(path, "").splitlines(), after.get(path, "").splitlines()
        for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                went, came = went + i2 - i1, came + j2 - j1
    return came, went
