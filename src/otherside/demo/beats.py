"""The words a demonstration is written in: who does what, and when."""

from dataclasses import dataclass

from otherside.live.typing import Replace, Write

__all__ = ["Replace", "Write"]  # with what follows


@dataclass(frozen=True, slots=True)
class Run:
    """Runs the files as they are: the visible tests, or with `stdin` as own input."""

    stdin: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    step: int
    said: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    fact: str


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """The next segment of the plan begins."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """The statement is shown; a revision above 0 is that escalation."""

    revision: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    reason: str


@dataclass(frozen=True, slots=True)
class Resume:
    pass


Deed = Write | Replace | Run | Hint | Fact | Mark | Segment | Reveal | Pause | Resume


@dataclass(frozen=True, slots=True)
class Beat:
    """At `at_s` seconds after the hour began, `who` does `deed`. Typing takes the time that typing takes."""

    at_s: int
    who: str
    deed: Deed


PANEL = "panel"
CANDIDATE = "candidate"
