"""The second half from how the first went: by example, and never at the cost of the last five minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.plan.advice import NOTHING, advise, won_min
from otherside.plan.drift import MINUTE_MS, Begun, Drift, drift
from otherside.plan.observed import WANTED, Observed
from otherside.plan.proposal import Question
from otherside.plan.second_half import Harder, Materials, propose
from otherside.plan.segments import FOCUS, PROJECT
from otherside.plan.taking import take
from otherside.plan.timed import make
from otherside.rubric.levels import LEVEL_IDS
from otherside.rubric.signals import SIGNAL_IDS

PLAN = make("mid-senior", "coding", 60)
BANK = (
    Question(id="lru", title="LRU", kind="coding", levels=("mid-senior",), minutes=20),
    Question(id="merge", title="Merge", kind="coding", levels=("mid-senior",), minutes=15),
)
HAND = Materials(
    level="mid-senior", harder=Harder(revision=1, title="Two servers", minutes=8), easing="One key", review=True,
    planned="merge", bank=BANK,
)  # fmt: skip
ALL = frozenset(SIGNAL_IDS)


def seen(**fields: object) -> Observed:
    values: dict[str, object] = {
        "question": "lru", "planned_ms": 22 * MINUTE_MS, "spent_ms": 22 * MINUTE_MS, "left_ms": 28 * MINUTE_MS,
        "runs": 3, "green": True, "green_ms": 20 * MINUTE_MS, "passed": 5, "tests": 5, "tested": ALL,
    }  # fmt: skip
    return Observed(**{**values, **fields})


def first(observed: Observed, at_hand: Materials = HAND) -> str:
    return propose(observed, at_hand)[0].id


def test_solved_early_it_is_made_harder() -> None:
    early = seen(
        spent_ms=7 * MINUTE_MS, green_ms=6 * MINUTE_MS, left_ms=43 * MINUTE_MS, tested=ALL - {"adapting"}
    )
    best = propose(early, HAND)[0]
    assert (best.id, best.revision) == ("escalate", 1)
    assert best.reasons[0] == "All visible tests were green after 6 of 22 min"


def test_solved_in_time_the_planned_problem_follows() -> None:
    best = propose(seen(), HAND)[0]
    assert (best.id, best.question) == ("second-problem", "merge")
    assert "It stands in the plan" in best.reasons


def test_asked_for_the_solution_with_much_help_it_gets_smaller() -> None:
    stuck = seen(green=False, green_ms=None, passed=0, steps=(1, 2, 3), solution_asked=True)
    best = propose(stuck, HAND)[0]
    assert best.id == "ease"
    assert "3 hints were needed" in best.reasons


def test_nearly_there_it_goes_on() -> None:
    assert first(seen(green=False, green_ms=None, passed=4)) == "continue"


def test_working_together_is_never_forgotten() -> None:
    untested = ALL - {"working-together"}
    assert "review" in {o.id for o in propose(seen(tested=untested), HAND)}
    planned = seen(tested=untested, ahead=frozenset({"working-together"}))
    assert "review" not in {o.id for o in propose(planned, HAND)}


def test_eight_minutes_are_for_depth() -> None:
    short = seen(left_ms=8 * MINUTE_MS, tested=ALL - {"depth"}, choices_open=2, escalations=3)
    best = propose(short, HAND)[0]
    assert best.id == "depth"
    assert "2 choices of theirs stand unchallenged" in best.reasons


def test_without_running_nothing_is_said_of_tests() -> None:
    unmeasured = seen(runs=None, green=None, green_ms=None, passed=None, tests=None)
    words = " ".join(reason for option in propose(unmeasured, HAND) for reason in option.reasons)
    assert "green" not in words
    assert "No run" not in words


def test_too_late_for_anything_it_is_the_candidates_turn() -> None:
    for left_ms in (0, 3 * MINUTE_MS):
        assert [o.id for o in propose(seen(left_ms=left_ms), HAND)] == ["asks"]


anything = st.builds(
    Observed,
    question=st.just("lru"),
    planned_ms=st.integers(0, 40 * MINUTE_MS),
    spent_ms=st.integers(0, 60 * MINUTE_MS),
    left_ms=st.integers(0, 60 * MINUTE_MS),
    runs=st.one_of(st.none(), st.integers(0, 9)),
    green=st.one_of(st.none(), st.booleans()),
    green_ms=st.one_of(st.none(), st.integers(0, 40 * MINUTE_MS)),
    passed=st.one_of(st.none(), st.integers(0, 5)),
    tests=st.one_of(st.none(), st.just(5)),
    steps=st.lists(st.integers(1, 4), unique=True).map(tuple),
    improvised=st.integers(0, 4),
    escalations=st.integers(0, 3),
    eased=st.booleans(),
    solution_asked=st.booleans(),
    choices_open=st.integers(0, 5),
    probes_open=st.sampled_from([(), ("p1",), ("p1", "p2")]),
    tested=st.sets(st.sampled_from(SIGNAL_IDS)).map(frozenset),
)
hands = st.builds(
    Materials,
    level=st.sampled_from(LEVEL_IDS),
    harder=st.sampled_from([None, HAND.harder]),
    easing=st.sampled_from(["", "One key"]),
    review=st.booleans(),
    planned=st.sampled_from([None, "merge", "lru"]),
    bank=st.sampled_from([(), BANK]),
)


@given(observed=anything, at_hand=hands)
def test_there_is_always_an_option_with_reasons_within_the_time(
    observed: Observed, at_hand: Materials
) -> None:
    options = propose(observed, at_hand)
    assert 1 <= len(options) <= 4
    assert len({option.id for option in options}) == len(options)
    for option in options:
        assert option.minutes <= observed.left_ms // MINUTE_MS
        assert all(reason.strip() for reason in option.reasons)
    assert [o.points for o in options] == sorted((o.points for o in options), reverse=True)
    assert propose(observed, at_hand) == options


@given(observed=anything, at_hand=hands, here=st.sampled_from(PLAN.segments[:-1]))
def test_whatever_is_taken_the_plan_ends_with_five_minutes(
    observed: Observed, at_hand: Materials, here: object
) -> None:
    for option in propose(observed, at_hand):
        plan = take(PLAN, here.id, option, at_hand.level)
        assert plan.segments[-1] == PLAN.segments[-1]
        assert [s.id for s in plan.segments[:1]] == ["welcome"]


def test_taking_keeps_the_segments_name_and_minutes() -> None:
    def taken(observed: Observed, wanted: str) -> object:
        option = next(o for o in propose(observed, HAND) if o.id == wanted)
        return take(PLAN, "problem", option, "mid-senior", question_title="Merge").segment("second-half")

    second = taken(seen(), "second-problem")
    assert (second.question, second.title, second.minutes) == ("merge", "Second half: Merge", 22)
    stuck = seen(
        green=False, green_ms=None, passed=0, steps=(1, 2, 3), solution_asked=True, probes_open=("p1",)
    )
    assert taken(stuck, "project").kind == PROJECT
    deep = taken(seen(left_ms=8 * MINUTE_MS, tested=ALL - {"depth"}, escalations=3), "depth")
    assert (deep.kind, deep.focus, deep.question) == (FOCUS, "depth", None)


def at_minute(minute: int, begun: list[Begun]) -> Drift:
    found = drift(PLAN, begun, minute * MINUTE_MS)
    assert found is not None
    return found


def test_advice_names_the_minutes_and_the_signal() -> None:
    begun = [Begun("welcome", 0), Begun("problem", 5 * MINUTE_MS)]
    early = seen(spent_ms=7 * MINUTE_MS, green_ms=6 * MINUTE_MS, tested=ALL - {"adapting"})
    told = advise(early, at_minute(12, begun), level="mid-senior")
    assert (told.kind, told.minutes, told.signal) == ("won", 15, "adapting")
    assert told.text == "The problem is solved early: 15 min are won. Adapting has had no moment yet."
    late = advise(seen(green=False), at_minute(31, begun), level="mid-senior")
    assert (late.kind, late.minutes) == ("lost", 4)
    assert "the last five minutes stay" in late.text
    assert advise(seen(green=False), at_minute(20, begun), level="mid-senior") == NOTHING


def test_advice_warns_before_the_last_minutes_are_eaten() -> None:
    begun = [Begun("welcome", 0), Begun("second-half", 33 * MINUTE_MS)]
    told = advise(seen(), at_minute(54, begun), level="mid-senior")
    assert (told.kind, told.minutes) == ("last", 1)


@given(observed=anything, minute=st.integers(5, 70), level=st.sampled_from(LEVEL_IDS))
def test_advice_never_hands_out_the_last_five(observed: Observed, minute: int, level: str) -> None:
    stands = at_minute(minute, [Begun("welcome", 0), Begun("problem", 5 * MINUTE_MS)])
    assert 0 <= won_min(observed, stands) * MINUTE_MS <= max(0, stands.asks_in_ms)
    assert advise(observed, stands, level=level).minutes >= 0


@pytest.mark.parametrize("level", LEVEL_IDS)
def test_every_level_wants_working_together_seen(level: str) -> None:
    assert "working-together" in WANTED[level]
    assert set(WANTED[level]) <= set(SIGNAL_IDS)
