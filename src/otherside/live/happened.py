"""What can have happened in an hour, one frozen value a thing. `history` folds the log into them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Begun:
    """A segment that was begun; it lasts until the next one or the end."""

    at_ms: int
    actor: int
    segment: str
    ordinal: int
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Pause:
    from_ms: int
    to_ms: int | None  # None while the clock stands
    reason: str
    cause: str = "other"


@dataclass(frozen=True, slots=True)
class Shown:
    at_ms: int
    doc: str
    question: str
    title: str
    revision: int
    markdown: str


@dataclass(frozen=True, slots=True)
class Told:
    """An escalation or the easing said aloud."""

    at_ms: int
    actor: int
    question: str
    revision: int
    text: str


@dataclass(frozen=True, slots=True)
class Help:
    """A hint: `shown` on the candidate's screen or said aloud. `step` is None where it was improvised."""

    at_ms: int
    actor: int
    question: str
    step: int | None
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A clarification. `fact` is empty where it was improvised."""

    at_ms: int
    actor: int
    question: str
    fact: str
    text: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words on the candidate's screen: a hint, a clarification or a challenge, as everybody reads it."""

    at_ms: int
    kind: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Challenge:
    at_ms: int
    actor: int
    question: str
    choice: str
    level: str
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the candidate's in the ledger. `state`: open until it is challenged or waived."""

    at_ms: int
    choice: str
    question: str
    how: str
    text: str
    state: str = "open"


@dataclass(frozen=True, slots=True)
class SolutionAsked:
    at_ms: int
    question: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the candidate's for the interviewer; `at_ms` is when it was first noted."""

    at_ms: int
    asked: str
    text: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch made for a signal. `to_ms` is None while it lasts; `doc` has the change handed over."""

    from_ms: int
    to_ms: int | None
    moment: str
    title: str
    seconds: int
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    at_ms: int  # when it was set
    of_ms: int  # what it is about
    actor: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Probed:
    at_ms: int
    actor: int
    probe: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Late:
    """The candidate's own word that they will be late."""

    at_ms: int
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lateness:
    """What the panel heard about a late start."""

    at_ms: int
    cause: str
    apology: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Trouble:
    at_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The proposal that was taken for what followed."""

    at_ms: int
    option: str
    question: str
    minutes: int
    reasons: tuple[str, ...]
    others: tuple[str, ...]
