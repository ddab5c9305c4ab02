"""The plan as the candidate may see it: parts of an hour, without what they are meant to find out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from otherside.plan.segments import BREAK, CANDIDATE_ASKS, OUTLINE_TITLES, WELCOME, Segment

PART = "part"


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    kind: str
    title: str
    minutes: int
    doc: str | None


def public_parts(segments: Iterable[Segment], mask: Callable[[str], str]) -> tuple[Part, ...]:
    """The parts in order, named by kind alone; a segment's own title may name the question.

    `mask` turns a segment's id, which names its kind too, into one that tells nothing and stays the same when
    the plan is rearranged.
    """
    return tuple(
        Part(
            id=mask(segment.id),
            kind=segment.kind if segment.kind in {WELCOME, BREAK, CANDIDATE_ASKS} else PART,
            title=OUTLINE_TITLES[segment.kind],
            minutes=segment.minutes,
            doc=segment.doc,
        )
        for segment in segments
    )
