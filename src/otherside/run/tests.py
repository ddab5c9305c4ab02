"""Tests of a run: one process a test, its input on stdin, its results on stdout.

**Result lines.** A harness prints each result as a line that starts with `=> `; everything else on stdout is
the candidate's own output. `expected` is the text of those lines without the prefix, one a line. Where the
output has no such line at all, the whole of stdout is compared.
"""

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

Compare = Literal["exact", "tokens"]
PREFIX = "=> "
BARE_PREFIX = "=>"  # a result that is an empty line, with its trailing blank trimmed
SHOWN_CHARS_MAX = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """`exact` compares lines, blind to blanks at their ends and to empty lines at the end of all; `tokens`
    compares the words alone. A hidden test's result is for the panel only."""

    __test__ = False  # pytest takes every Test* for its own

    name: str
    input: str
    expected: str
    hidden: bool = False
    compare: Compare = "exact"


class TestResult(Struct, frozen=True, kw_only=True):
    """What a test came to. `outcome` is how its process ended; `output` what it printed besides results."""

    __test__ = False

    name: str
    passed: bool
    expected: str
    actual: str
    outcome: str = "ok"
    output: str = ""


def is_result(line: str) -> bool:
    return line.startswith(PREFIX) or line.rstrip() == BARE_PREFIX


def results(stdout: str) -> str:
    """The text that is compared: the result lines without their prefix, or all of it where there is none."""
    lines = stdout.splitlines()
    found = [line[len(PREFIX) :] for line in lines if is_result(line)]
    return "\n".join(found) if found else stdout


def own_output(stdout: str) -> str:
    """What is left for the reader without the result lines; empty where all of it is the result."""
    lines = stdout.splitlines(keepends=True)
    own = [line for line in lines if not is_result(line)]
    return "" if len(own) == len(lines) else "".join(own)


def passes(test: Test, actual: str) -> bool:
    """Whether `actual`, from `results`, is what the test expects."""
    if test.compare == "tokens":
        return actual.split() == test.expected.split()
    return _lines(actual) == _lines(test.expected)


def _lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def judge(test: Test, stdout: str, outcome: str) -> TestResult:
    """The result of a test whose process ended with `outcome`. What did not end well has not passed."""
    actual = results(stdout)
    return TestResult(
        name=test.name,
        passed=outcome == "ok" and passes(test, actual),
        expected=test.expected,
        actual=shorten(actual),
        outcome=outcome,
        output=shorten(own_output(stdout)),
    )


def shorten(text: str, chars_max: int = SHOWN_CHARS_MAX) -> str:
    """Beginning and end of a long text, and between them how much is missing."""
    if len(text) <= chars_max:
        return text
    head, tail = chars_max * 3 // 4, chars_max // 4
    return f"{text[:head]}\n[... {len(text) - head - tail} characters left out ...]\n{text[-tail:]}"
