"""A plan: the segments of the hour in order. The candidate's minutes stay last and whole."""

from collections.abc import Mapping, Sequence

import msgspec

from otherside.kernel.errors import Invalid
from otherside.plan.limits import MINUTES, SEGMENTS, STEPS, TEXT

WELCOME = "welcome"
PROBLEM = "problem"
SECOND_HALF = "second-half"
PROJECT = "project"
DISAGREE = "disagree"
FOCUS = "focus"
BREAK = "break"
CANDIDATE_ASKS = "candidate-asks"

SEGMENT_KINDS: tuple[str, ...] = (
    WELCOME,
    PROBLEM,
    SECOND_HALF,
    PROJECT,
    DISAGREE,
    FOCUS,
    BREAK,
    CANDIDATE_ASKS,
)
WITH_QUESTION = frozenset({PROBLEM, SECOND_HALF, FOCUS})

WELCOME_MINUTES = 5
LAST_MINUTES = 5  # belong to the candidate, in every plan

# What the candidate reads in the outline. Nothing of what is tested: a disagreement announced is none.
OUTLINE_TITLES: Mapping[str, str] = {
    WELCOME: "Welcome",
    PROBLEM: "A problem",
    SECOND_HALF: "Second half",
    PROJECT: "A project of yours",
    DISAGREE: "Review together",
    FOCUS: "Going deeper",
    BREAK: "A break",
    CANDIDATE_ASKS: "Your questions",
}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do in a segment, and a sentence to say for it."""

    title: str
    say: str


class Segment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the hour. `doc` is the track of its document (doc:pad, doc:q1), `focus` a signal id."""

    id: str
    kind: str
    title: str
    minutes: int
    doc: str | None = None
    question: str | None = None
    steps: tuple[Step, ...] = ()
    focus: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in SEGMENT_KINDS:
            raise ValueError(f"no segment is of kind {self.kind!r}; kinds are {', '.join(SEGMENT_KINDS)}")
        if self.minutes < 1:
            raise ValueError(f"a segment lasts at least a minute, {self.id} has {self.minutes}")
        STEPS.check(len(self.steps), f"The segment {self.title}")
        TEXT.check(len(self.title), "The title")


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hour. `minutes` is what the interview is given; `over` says how the segments stand to it.

    Refuses (ValueError) a plan that does not end with at least five minutes of the candidate's own.
    """

    minutes: int
    segments: tuple[Segment, ...]
    unfitted: tuple[str, ...] = ()  # focus signals for which the hour was too short

    def __post_init__(self) -> None:
        SEGMENTS.check(len(self.segments), "The plan")
        MINUTES.check(self.minutes, "The plan")
        ids = [segment.id for segment in self.segments]
        if len(set(ids)) != len(ids):
            raise ValueError(f"two segments share an id: {', '.join(sorted(ids))}")
        last = self.segments[-1] if self.segments else None
        if last is None or last.kind != CANDIDATE_ASKS or last.minutes < LAST_MINUTES:
            raise ValueError(f"a plan ends with {LAST_MINUTES} minutes for the candidate's questions")
        if [segment.kind for segment in self.segments].count(CANDIDATE_ASKS) != 1:
            raise ValueError("the candidate's questions come once, at the end")

    @property
    def total(self) -> int:
        return sum(segment.minutes for segment in self.segments)

    @property
    def over(self) -> int:
        """Minutes by which the segments exceed the hour; negative where minutes are left."""
        return self.total - self.minutes

    @property
    def balance(self) -> str:
        """Nothing where the sum is right, else what is over or left, with the figures and the way out."""
        if self.over == 0:
            return ""
        if self.over > 0:
            longest = max(self.segments[:-1], key=lambda segment: segment.minutes)
            return (
                f"{self.total} min planned, {self.over} min over the {self.minutes}: shorten {longest.title} "
                f"({longest.minutes} min) or another, or press Fit."
            )
        free = f"{-self.over} min of the {self.minutes} are free"
        return f"{self.total} min planned, {free}: press Fit to use them."

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the problems in it, in order, each once."""
        return tuple(dict.fromkeys(s.question for s in self.segments if s.question is not None))

    def segment(self, segment_id: str) -> Segment:
        """The segment with this id. Raises Invalid, which names those that are there."""
        for segment in self.segments:
            if segment.id == segment_id:
                return segment
        there = ", ".join(segment.id for segment in self.segments)
        raise Invalid(f"The plan has no segment {segment_id!r}; it has {there}.")


def to_rows(segments: Sequence[Segment]) -> list[dict[str, object]]:
    """The segments as JSON-able values; `from_rows` reads them back."""
    rows: list[dict[str, object]] = msgspec.to_builtins(tuple(segments))
    return list(rows)


def from_rows(minutes: int, rows: object, unfitted: Sequence[str] = ()) -> Plan:
    """The plan of stored or posted rows. Raises Invalid where they are none."""
    try:
        segments = msgspec.convert(rows, tuple[Segment, ...])
        return Plan(minutes=minutes, segments=segments, unfitted=tuple(unfitted))
    except (msgspec.ValidationError, ValueError) as error:
        raise Invalid(f"This is no plan: {error}.") from error
