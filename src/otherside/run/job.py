"""What is to be run, and what came of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from msgspec import Struct

from otherside.kernel.errors import Invalid
from otherside.run import limits
from otherside.run.tests import Test, TestResult

CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLimits:
    """Ceilings for each process of a job; a language's own memory and tasks apply below them."""

    wall_ms_max: int = limits.WALL.value
    cpu_ms_max: int = limits.CPU.value
    output_bytes_max: int = limits.OUTPUT.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Files of one language, started at `entry`: once with `stdin`, or once for each test if there are any.

    Raises Invalid or LimitReached for files that cannot be laid out.
    """

    language: str
    files: Mapping[str, str]
    entry: str
    stdin: str = ""
    tests: tuple[Test, ...] = ()
    limits: JobLimits = field(default_factory=JobLimits)

    def __post_init__(self) -> None:
        check_files(self.files)
        if self.entry not in self.files:
            raise Invalid(
                f"There is no file {self.entry!r} to start. "
                f"Files are: {', '.join(sorted(self.files)) or 'none'}."
            )
        limits.STDIN_BYTES.check(len(self.stdin.encode(errors="replace")), "The input")
        limits.TESTS.check(len(self.tests), "The job")


def check_files(files: Mapping[str, str]) -> None:
    """Raises Invalid for a path that leads elsewhere or lies under a file, LimitReached for too much."""
    limits.FILES.check(len(files), "The work")
    total = 0
    for path, text in files.items():
        limits.PATH_CHARS.check(len(path), f"The path {path[:40]!r}…")
        parts = path.split("/")
        if any(part in {"", ".", ".."} for part in parts) or CONTROL.search(path):
            raise Invalid(f"{path!r} is no file's path; take one such as main.py or store/cache.py.")
        for depth in range(1, len(parts)):
            if "/".join(parts[:depth]) in files:
                raise Invalid(
                    f"{path!r} lies below {'/'.join(parts[:depth])!r}, which is a file; rename one."
                )
        size = len(text.encode(errors="replace"))
        limits.FILE_BYTES.check(size, f"The file {path}")
        total += size
    limits.ALL_FILES_BYTES.check(total, "The work")


class Outcome(Struct, frozen=True, kw_only=True):
    """How a job ended. With tests, `outcome` is the first of the visible ones that did not end with ok, and
    figures are the largest of all; `stdout` is then what visible tests printed besides their results.

    `sandbox-error` says that we failed: nothing is said about the program.
    """

    outcome: str
    exit_code: int | None = None
    signal: int | None = None
    stdout: str = ""
    stderr: str = ""
    wall_ms: int = 0
    cpu_ms: int = 0
    memory_bytes: int = 0
    promise: str = ""
    tests: tuple[TestResult, ...] = ()
    hidden: tuple[TestResult, ...] = ()


def as_json(outcome: Outcome) -> bytes:
    return msgspec.json.encode(outcome)
