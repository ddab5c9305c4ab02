"""Where the hour stands, by hand and by property."""

from hypothesis import given
from hypothesis import strategies as st

from otherside.plan.drift import MINUTE_MS, Begun, drift
from otherside.plan.edits import set_minutes
from otherside.plan.timed import make

PLAN = set_minutes(make("mid-senior", "coding", 60), {"problem": 20, "second-half": 24})  # 5, 20, 6, 24, 5


def at(minute: float) -> int:
    return int(minute * MINUTE_MS)


def test_nothing_before_the_first_segment() -> None:
    assert drift(PLAN, [], at(3)) is None


def test_in_time() -> None:
    now = drift(PLAN, [Begun("welcome", at(2)), Begun("problem", at(7))], at(17))
    assert now is not None
    assert (now.state, now.behind_ms, now.left_ms, now.end_ms) == ("on-time", 0, at(10), at(45))
    assert (now.asks_in_ms, now.eaten_ms, now.warning) == (at(40), 0, "")


def test_a_long_welcome_leaves_the_hour_behind() -> None:
    now = drift(PLAN, [Begun("welcome", 0), Begun("problem", at(8))], at(9))
    assert now is not None
    assert (now.state, now.behind_ms) == ("behind", at(3))


def test_a_quick_problem_leaves_it_ahead() -> None:
    begun = [Begun("welcome", 0), Begun("problem", at(5)), Begun("disagree", at(15))]
    now = drift(PLAN, begun, at(16))
    assert now is not None
    assert (now.state, now.behind_ms) == ("ahead", -at(10))


def test_a_segment_past_its_minutes_is_over_whatever_the_hour_is() -> None:
    now = drift(PLAN, [Begun("welcome", 0), Begun("problem", at(2))], at(23))
    assert now is not None
    assert (now.state, now.left_ms, now.behind_ms) == ("over", -at(1), -at(2))


def test_a_pause_stops_the_clock() -> None:
    """Ten minutes paused inside the problem: at 25 on the wall only ten of its twenty are spent."""
    begun = [Begun("welcome", 0), Begun("problem", at(5))]
    now = drift(PLAN, begun, at(25), paused_ms=at(10))
    assert now is not None
    assert (now.state, now.spent_ms, now.behind_ms, now.end_ms) == ("on-time", at(10), 0, at(45))
    hard = drift(PLAN, begun, at(25), paused_ms=at(10), hard_end_ms=at(60))
    assert hard is not None
    assert (hard.end_ms, hard.asks_in_ms) == (at(35), at(30))


def test_the_warning_comes_before_the_five_minutes_and_says_what_is_eaten() -> None:
    begun = [Begun("welcome", 0), Begun("second-half", at(31))]
    early = drift(PLAN, begun, at(52))
    soon = drift(PLAN, begun, at(53.5))
    late = drift(PLAN, begun, at(57))
    gone = drift(PLAN, begun, at(61))
    assert early is not None
    assert soon is not None
    assert late is not None
    assert gone is not None
    assert early.warning == ""
    assert soon.warning == "The candidate's 5 minutes begin in 1:30."
    assert (late.eaten_ms, late.warning) == (
        at(2),
        "3:00 of the candidate's 5 minutes are left. Stop here and ask.",
    )
    assert (gone.eaten_ms, gone.warning.split(";")[0]) == (at(5), "The candidate's 5 minutes are gone")
    asking = drift(PLAN, [*begun, Begun("candidate-asks", at(57))], at(58))
    assert asking is not None
    assert (asking.warning, asking.eaten_ms) == ("", 0)


@given(
    spent=st.lists(st.integers(0, 30), min_size=5, max_size=5),
    pause=st.integers(0, 40),
    where=st.integers(0, 4),
)
def test_a_pause_never_changes_the_drift(spent: list[int], pause: int, where: int) -> None:
    ids = [segment.id for segment in PLAN.segments]
    begun, paused, clock, paused_clock = [], [], 0, 0
    for n, (segment_id, minutes) in enumerate(zip(ids, spent, strict=True)):
        so_far = pause if n > where else 0
        begun.append(Begun(segment_id, at(clock)))
        paused.append(Begun(segment_id, at(paused_clock), at(so_far)))
        clock += minutes
        paused_clock += minutes + (pause if n == where else 0)
    without = drift(PLAN, begun, at(clock))
    with_pause = drift(PLAN, paused, at(paused_clock), paused_ms=at(pause))
    assert without == with_pause


@given(st.integers(0, 120), st.integers(0, 120))
def test_time_only_ever_adds_to_being_behind(a: int, b: int) -> None:
    early, late = sorted((a, b))
    begun = [Begun("welcome", 0), Begun("problem", at(0))]
    first, then = drift(PLAN, begun, at(early)), drift(PLAN, begun, at(late))
    assert first is not None
    assert then is not None
    assert first.behind_ms <= then.behind_ms
    assert first.eaten_ms <= then.eaten_ms


def test_a_segment_that_was_taken_out_of_the_plan_counts_as_no_minutes() -> None:
    now = drift(PLAN, [Begun("welcome", 0), Begun("gone", at(5))], at(7))
    assert now is not None
    assert (now.state, now.behind_ms) == ("over", at(2))
