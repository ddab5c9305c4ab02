"""The kinds of entry that runs write to the log: on `run` for everybody, on `judge` for the panel."""

import msgspec

from otherside.log.kind import Kind
from otherside.run.job import Outcome
from otherside.run.limits import LOGGED_OUTPUT
from otherside.run.tests import TestResult, shorten

TESTS_CHARS_MAX = 240_000
RUN_TRACK = "run"
JUDGE_TRACK = "judge"


class RunStarted(msgspec.Struct, frozen=True):
    run: str
    doc: str
    language: str
    mode: str  # "input" or "visible"


class RunFinished(msgspec.Struct, frozen=True):
    """What ran, and what came of it. `files` are the member's own, without a problem's harness."""

    run: str
    doc: str
    language: str
    mode: str
    files: dict[str, str]
    stdin: str
    outcome: str
    exit_code: int | None
    signal: int | None
    stdout: str
    stderr: str
    wall_ms: int
    cpu_ms: int
    memory_bytes: int
    promise: str
    tests: tuple[TestResult, ...]


class RunJudged(msgspec.Struct, frozen=True):
    """The hidden tests of a run."""

    run: str
    tests: tuple[TestResult, ...]


RUN_STARTED = Kind(name="run.started", version=1, body=RunStarted)
RUN_FINISHED = Kind(name="run.finished", version=1, body=RunFinished)
RUN_JUDGED = Kind(name="run.judged", version=1, body=RunJudged)


def _bounded(tests: tuple[TestResult, ...]) -> tuple[TestResult, ...]:
    """Many tests with much to say keep less each: an entry holds 4 MB, and a character may need 6 bytes."""
    chars_max = max(200, TESTS_CHARS_MAX // (3 * max(1, len(tests))))
    return tuple(
        msgspec.structs.replace(
            result,
            expected=shorten(result.expected, chars_max),
            actual=shorten(result.actual, chars_max),
            output=shorten(result.output, chars_max),
        )
        for result in tests
    )


def judged(run: str, tests: tuple[TestResult, ...]) -> RunJudged:
    return RunJudged(run=run, tests=_bounded(tests))


def finished(started: RunStarted, files: dict[str, str], stdin: str, outcome: Outcome) -> RunFinished:
    """The entry of an outcome; streams are cut to what the log keeps."""
    return RunFinished(
        run=started.run, doc=started.doc, language=started.language, mode=started.mode,
        files=files, stdin=stdin,
        outcome=outcome.outcome, exit_code=outcome.exit_code, signal=outcome.signal,
        stdout=shorten(outcome.stdout, int(LOGGED_OUTPUT)),
        stderr=shorten(outcome.stderr, int(LOGGED_OUTPUT)),
        wall_ms=outcome.wall_ms, cpu_ms=outcome.cpu_ms, memory_bytes=outcome.memory_bytes,
        promise=outcome.promise, tests=_bounded(outcome.tests),
    )  # fmt: skip
