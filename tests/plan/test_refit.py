"""Minutes dealt out anew up to a hard end."""

from hypothesis import given
from hypothesis import strategies as st

from otherside.plan.drift import MINUTE_MS, Begun, drift
from otherside.plan.refit import refit
from otherside.plan.segments import LAST_MINUTES, Plan
from otherside.plan.timed import make

PLAN = make("mid-senior", "coding", 60)  # 5 welcome, 22 problem, 6 disagree, 22 second half, 5 asks


def at(minute: float) -> int:
    return int(minute * MINUTE_MS)


def test_nothing_changes_where_the_time_suffices() -> None:
    fitted = refit(PLAN, [Begun("welcome", 0)], at(0), at(60))
    assert dict(fitted) == {segment.id: segment.minutes for segment in PLAN.segments}


def test_ten_minutes_late_the_parts_share_what_is_left() -> None:
    """50 min less the last five: 45 for what had 55; the welcome has begun."""
    fitted = dict(refit(PLAN, [Begun("welcome", at(10))], at(10), at(60)))
    assert fitted == {"welcome": 4, "problem": 18, "disagree": 5, "second-half": 18, "candidate-asks": 5}


def test_what_is_over_has_what_it_took() -> None:
    """The welcome took 8; the problem has gone on for 12 of its 22; 40 min of the hour are left."""
    begun = [Begun("welcome", 0), Begun("problem", at(8))]
    fitted = dict(refit(PLAN, begun, at(20), at(60)))
    assert fitted["welcome"] == 8
    assert sum(fitted.values()) == 60
    assert fitted["problem"] > 12
    stands = drift(_with(fitted), begun, at(20), hard_end_ms=at(60))
    assert stands is not None
    assert stands.state == "on-time"


def test_a_part_too_short_is_given_up_and_a_disagreement_last_of_all() -> None:
    begun = [Begun("welcome", 0), Begun("problem", at(5))]
    fitted = dict(refit(PLAN, begun, at(27), at(37)))
    assert fitted["second-half"] == 0
    assert fitted["disagree"] == 5
    assert fitted["candidate-asks"] == LAST_MINUTES


def test_a_pause_is_no_part_of_what_a_segment_took() -> None:
    """Sound lost from minute 10 to 14 of the log: at 20 the problem has had 11 of its minutes."""
    begun = [Begun("welcome", 0), Begun("problem", at(5))]
    fitted = dict(refit(PLAN, begun, at(20), at(60), paused_ms=at(4)))
    assert sum(fitted.values()) == 56


def _with(minutes: dict[str, int]) -> Plan:
    import msgspec

    from otherside.plan.edits import with_segments

    kept = [msgspec.structs.replace(s, minutes=minutes[s.id]) for s in PLAN.segments if minutes[s.id]]
    return with_segments(PLAN, kept)


@given(
    starts=st.lists(st.integers(0, 40), max_size=5),
    more=st.integers(0, 30),
    ends=st.integers(1, 120),
    paused=st.integers(0, 10),
)
def test_the_last_five_stay_and_nothing_is_dealt_twice(
    starts: list[int], more: int, ends: int, paused: int
) -> None:
    begun, now = [], 0
    for segment, wait in zip(PLAN.segments, starts, strict=False):
        now += wait
        begun.append(Begun(segment.id, at(now)))
    now += more + paused
    fitted = refit(PLAN, begun, at(now), at(now + ends), at(paused) if begun else 0)
    assert [segment for segment, _ in fitted] == [segment.id for segment in PLAN.segments]
    minutes = dict(fitted)
    assert minutes["candidate-asks"] == LAST_MINUTES
    assert all(given >= 0 for given in minutes.values())
    ids = [segment.id for segment in PLAN.segments]
    here = ids.index(begun[-1].segment) if begun else 0
    ahead = sum(minutes[i] for i in ids[here + 1 : -1])
    assert ahead <= max(0, ends - LAST_MINUTES)
    for segment in PLAN.segments[here + 1 : -1]:
        took = minutes[segment.id]
        assert took == 0 or 3 <= took <= segment.minutes
