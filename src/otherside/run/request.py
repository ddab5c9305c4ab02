"""What somebody asks to be run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from otherside.kernel.errors import Invalid
from otherside.run import limits
from otherside.run.job import Job
from otherside.run.tests import Test

MODES = ("input", "visible")


def check_mode(mode: str) -> None:
    """Raises Invalid for what is no mode."""
    if mode not in MODES:
        raise Invalid(f"A run is {' or '.join(MODES)}; got {mode!r}.")


def check_text(text: str, what: str) -> None:
    """Raises Invalid for what no database keeps: NUL, and halves of characters."""
    if "\0" in text:
        raise Invalid(f"{what} holds a NUL character; take it out.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Invalid(f"{what} holds half a character at position {error.start}; take it out.") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """`files` are the member's, `extra_files` lie over them (a harness that nobody can replace).

    Mode "input" runs `entry` once with `stdin`; "visible" runs the tests, the hidden ones told to the
    panel alone. Raises Invalid or LimitReached where the job could not be laid out.
    """

    log_id: str
    actor: int
    doc: str
    language: str
    mode: str
    files: Mapping[str, str]
    entry: str
    extra_files: Mapping[str, str] = field(default_factory=dict)
    stdin: str = ""
    tests_visible: tuple[Test, ...] = ()
    tests_hidden: tuple[Test, ...] = ()

    def __post_init__(self) -> None:
        check_mode(self.mode)
        limits.REQUEST_STDIN_BYTES.check(len(self.stdin.encode(errors="replace")), "The input")
        for what, text in (("The input", self.stdin), *((f"The file {p}", t) for p, t in self.files.items())):
            check_text(text, what)
        self.job()

    @property
    def tests(self) -> tuple[Test, ...]:
        return (*self.tests_visible, *self.tests_hidden) if self.mode == "visible" else ()

    def job(self) -> Job:
        return Job(
            language=self.language,
            files={**self.files, **self.extra_files},
            entry=self.entry,
            stdin=self.stdin,
            tests=self.tests,
        )
