"""Whatever is done to a plan, it sums to the hour or says what is over, and the last five stay the candidate's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from otherside.kernel.errors import DomainError, Invalid
from otherside.plan import edits
from otherside.plan.segments import Plan
from otherside.plan.timed import make
from tests.plan.test_timed import BANK

PLAN = edits.set_minutes(
    make("mid-senior", "coding", 60, None, None, BANK), {"problem": 20, "second-half": 24}
)
IDS = [segment.id for segment in PLAN.segments]


def minutes_of(plan: Plan) -> list[int]:
    return [segment.minutes for segment in plan.segments]


def test_a_minute_more_comes_from_the_next_segment() -> None:
    assert minutes_of(PLAN) == [5, 20, 6, 24, 5]
    assert minutes_of(edits.lengthen(PLAN, "problem", 1)) == [5, 21, 5, 24, 5]
    assert minutes_of(edits.lengthen(PLAN, "problem", 5)) == [5, 25, 3, 22, 5]
    assert minutes_of(edits.lengthen(PLAN, "second-half", -4)) == [5, 20, 10, 20, 5]
    assert (
        minutes_of(edits.lengthen(PLAN, "candidate-asks", 5)) == [5, 20, 3, 22, 10]
        or edits.lengthen(PLAN, "candidate-asks", 5).total == 60
    )


def test_the_candidates_minutes_cannot_be_taken() -> None:
    for change in (
        lambda: edits.lengthen(PLAN, "candidate-asks", -1),
        lambda: edits.set_minutes(PLAN, {"candidate-asks": 4}),
        lambda: edits.remove(PLAN, "candidate-asks"),
        lambda: edits.move(PLAN, "candidate-asks", -1),
        lambda: edits.lengthen(PLAN, "problem", 60),
    ):
        with pytest.raises(Invalid):
            change()


def test_a_sum_that_is_over_says_so_and_fit_mends_it() -> None:
    over = edits.set_minutes(PLAN, {"problem": 30})
    assert over.over == 10
    assert "70 min planned, 10 min over the 60" in over.balance
    assert minutes_of(edits.fit(over))[0] == 5
    assert edits.fit(over).total == 60
    under = edits.set_minutes(PLAN, {"problem": 10})
    assert "10 min of the 60 are free" in under.balance
    assert edits.fit(under).total == 60


def test_segments_move_between_the_first_and_the_last() -> None:
    assert [s.id for s in edits.move(PLAN, "disagree", -1).segments] == [
        "welcome", "disagree", "problem", "second-half", "candidate-asks",
    ]  # fmt: skip
    assert edits.move(PLAN, "problem", -1) == PLAN
    assert edits.move(PLAN, "second-half", 5) == PLAN
    turned = edits.reorder(PLAN, list(reversed(IDS)))
    assert [s.id for s in turned.segments] == [
        "welcome",
        "second-half",
        "disagree",
        "problem",
        "candidate-asks",
    ]
    with pytest.raises(Invalid):
        edits.reorder(PLAN, ["problem"])


def test_a_problem_stands_in_one_segment_only() -> None:
    other = edits.replace_question(PLAN, "second-half", "lru-expiry", "LRU with expiry")
    assert other.segment("second-half").title == "Second half: LRU with expiry"
    with pytest.raises(Invalid, match="stands in Second half"):
        edits.replace_question(other, "problem", "lru-expiry", "LRU with expiry")
    assert edits.replace_question(other, "second-half", None).segment("second-half").question is None
    with pytest.raises(Invalid, match="has no problem"):
        edits.replace_question(PLAN, "disagree", "lru-expiry")


def test_segments_come_and_go_within_the_hour() -> None:
    less = edits.remove(PLAN, "disagree")
    assert (less.total, len(less.segments)) == (60, 4)
    more = edits.add(less, "project", "senior")
    assert (more.total, more.segments[-2].kind) == (60, "project")
    assert edits.fit_to(PLAN, 45).total == 45
    assert edits.fit_to(PLAN, 90).total == 90
    with pytest.raises(Invalid, match="take one out"):
        edits.fit_to(PLAN, 12)


class AnyEdits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.plan = PLAN
        self.balanced = True

    def attempt(self, change: object, balanced: bool | None = None) -> None:
        try:
            self.plan = change()
        except DomainError:
            return
        self.balanced = self.balanced if balanced is None else balanced

    def any_id(self, n: int) -> str:
        return self.plan.segments[n % len(self.plan.segments)].id

    @rule(n=st.integers(0, 20), by=st.integers(-20, 20))
    def lengthen(self, n: int, by: int) -> None:
        self.attempt(lambda: edits.lengthen(self.plan, self.any_id(n), by))

    @rule(n=st.integers(0, 20), by=st.integers(-5, 5))
    def move(self, n: int, by: int) -> None:
        self.attempt(lambda: edits.move(self.plan, self.any_id(n), by))

    @rule(n=st.integers(0, 20))
    def remove(self, n: int) -> None:
        self.attempt(lambda: edits.remove(self.plan, self.any_id(n)), balanced=None)
        self.balanced = self.plan.over == 0

    @rule(kind=st.sampled_from(list(edits.ADDABLE)), minutes=st.integers(1, 30))
    def add(self, kind: str, minutes: int) -> None:
        self.attempt(lambda: edits.add(self.plan, kind, "junior", minutes), balanced=True)

    @rule(n=st.integers(0, 20), minutes=st.integers(-2, 70))
    def write(self, n: int, minutes: int) -> None:
        self.attempt(lambda: edits.set_minutes(self.plan, {self.any_id(n): minutes}), balanced=False)

    @rule()
    def fit(self) -> None:
        self.attempt(lambda: edits.fit(self.plan), balanced=True)

    @rule(minutes=st.integers(20, 120))
    def other_hour(self, minutes: int) -> None:
        self.attempt(lambda: edits.fit_to(self.plan, minutes), balanced=True)

    @invariant()
    def the_hour_holds(self) -> None:
        assert self.plan.segments[0].kind == "welcome"
        assert self.plan.segments[-1].kind == "candidate-asks"
        assert self.plan.segments[-1].minutes >= 5
        if self.balanced:
            assert self.plan.total == self.plan.minutes
        assert bool(self.plan.balance) == (self.plan.over != 0)


TestAnyEdits = AnyEdits.TestCase


@given(st.dictionaries(st.text(max_size=8), st.integers(), max_size=3))
def test_minutes_of_unknown_segments_are_refused(minutes: dict[str, int]) -> None:
    if minutes and not set(minutes) <= set(IDS):
        with pytest.raises(Invalid):
            edits.set_minutes(PLAN, minutes)
