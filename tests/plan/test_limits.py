"""A plan and a brief have an end, and say so."""

from collections.abc import Callable

import pytest

from otherside.kernel.errors import LimitReached
from otherside.plan import edits
from otherside.plan.brief import Brief, Focus
from otherside.plan.limits import BRIEF_ITEMS, FOCUS, NOTES, SEGMENTS, STEPS, TEXT
from otherside.plan.segments import Plan, Segment, Step
from otherside.plan.timed import make
from otherside.rubric.signals import SIGNAL_IDS


def many_segments() -> Plan:
    plan = make("senior", "coding", 120)
    for _ in range(int(SEGMENTS)):
        plan = edits.add(plan, "project", "senior", 3)
    return plan


@pytest.mark.parametrize(
    "act",
    [
        many_segments,
        lambda: make("senior", "coding", 181),
        lambda: Segment(
            id="a", kind="project", title="x", minutes=5, steps=(Step("a", "b"),) * (int(STEPS) + 1)
        ),
        lambda: Segment(id="a", kind="project", title="x" * (int(TEXT) + 1), minutes=5),
        lambda: Brief(focus=tuple(Focus(signal=s) for s in SIGNAL_IDS[: int(FOCUS) + 1])),
        lambda: Brief(probes=("x",) * (int(BRIEF_ITEMS) + 1)),
        lambda: Brief(notes="x" * (int(NOTES) + 1)),
        lambda: Focus(signal="design", ask="x" * (int(TEXT) + 1)),
    ],
)
def test_each_limit_is_named_when_it_is_reached(act: Callable[[], object]) -> None:
    with pytest.raises(LimitReached, match="more than the limit of"):
        act()
