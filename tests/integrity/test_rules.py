"""Origins, cases, bans and likenesses, by hand: no rows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.integrity import ban as bans
from otherside.integrity import likeness
from otherside.integrity.ban import BanStage, BanState
from otherside.integrity.case import CaseState, check_close, may_close_at
from otherside.integrity.entries import FOCUS_REGAINED, PASTED, FocusRegained, Pasted
from otherside.integrity.observed import SORTS, observations, summary
from otherside.integrity.origin import origin_of
from otherside.kernel.errors import Conflict, Invalid
from otherside.live.history import Hour, Pause
from otherside.log.entry import Entry

AT = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)
STARTER = "class Limiter:\n    def allow(self, key: str) -> bool:\n        raise NotImplementedError\n"


@pytest.mark.parametrize(
    ("pasted", "copied", "origin"),
    [
        ("    def allow(self, key: str) -> bool:\n        raise NotImplementedError", False, "starter"),
        ("def solve(lines):\n    return sorted(lines, key=len)[::-1]", False, "outside"),
        ("def solve(lines):\n    return sorted(lines, key=len)[::-1]", True, "inside"),
        ("def mine(self):\n  return self.calls[-1]", False, "inside"),
        ("len(calls)", False, "inside"),
        ("", False, "inside"),
    ],
)
def test_where_a_paste_came_from(pasted: str, copied: bool, origin: str) -> None:
    room = ["x = 1\n\ndef mine(self):\n    return self.calls[-1]\n"]
    assert origin_of(pasted, given=[STARTER], room=room, copied_here=copied) == origin


def entry(at_ms: int, kind: str) -> Entry:
    made = {
        "paste": PASTED.new(Pasted("doc:q1", 400, 12, "outside"), track="observed", actor=3),
        "back": FOCUS_REGAINED.new(FocusRegained(20_000), track="observed", actor=3),
        "glance": FOCUS_REGAINED.new(FocusRegained(900), track="observed", actor=3),
    }[kind]
    return Entry(at_ms, at_ms, made.actor, made.track, made.kind, made.version, made.body)


HOUR = Hour(opened_at=AT, begun_ms=60_000, ended_ms=600_000, pauses=(Pause(100_000, 200_000, "sound"),))


def test_what_happened_while_the_clock_stood_or_outside_of_the_hour_is_left_out() -> None:
    entries = [
        entry(1_000, "paste"), entry(70_000, "paste"), entry(150_000, "paste"), entry(300_000, "back"),
        entry(310_000, "glance"), entry(700_000, "paste"),
    ]  # fmt: skip
    found = observations(entries, HOUR)
    assert [(one.at_ms, one.sort, one.figure) for one in found] == [
        (70_000, "outside", "12 lines, 400 characters"),
        (280_000, "away", "20 s"),
    ]
    told = summary(found)
    assert (told.outside, told.outside_lines, told.away, told.longest_away_ms) == (1, 12, 1, 20_000)


def test_every_sort_says_how_usual_it_is_and_what_it_does_not_prove() -> None:
    assert set(SORTS) == {"away", "inside", "starter", "outside"}
    assert all(sort.usual and sort.proves_not for sort in SORTS.values())


def test_a_case_waits_for_the_candidate_or_seven_days() -> None:
    case = CaseState(opened_at=AT, opened_by=1)
    assert may_close_at(case) == AT + timedelta(days=7)
    with pytest.raises(Conflict, match="until 2026-06-17 15:00 UTC"):
        check_close(case, "weighed", AT + timedelta(days=6))
    check_close(case, "weighed", AT + timedelta(days=7))
    answered = CaseState(opened_at=AT, opened_by=1, commented_at=AT + timedelta(hours=1))
    check_close(answered, "weighed", AT + timedelta(hours=2))
    with pytest.raises(Invalid, match="wants a reason"):
        check_close(answered, " ", AT + timedelta(hours=2))


def state(**over: object) -> BanState:
    values = {"stage": BanStage.IN_FORCE, "proposed_by": 1, "confirmed_by": 2, "review_on": date(2027, 1, 1)}
    return BanState(**{**values, **over})  # type: ignore[arg-type]


def test_a_ban_takes_two_people_and_ends() -> None:
    with pytest.raises(Conflict, match="A second person"):
        bans.confirm(state(stage=BanStage.PROPOSED, confirmed_by=None), 1)
    bans.confirm(state(stage=BanStage.PROPOSED, confirmed_by=None), 2)
    assert bans.in_force(state(), date(2026, 12, 31))
    assert not bans.in_force(state(), date(2027, 1, 1))
    with pytest.raises(Invalid, match="until 2027-06-10"):
        bans.check_proposal("copied", [1], date(2027, 6, 11), date(2026, 6, 10))
    with pytest.raises(Invalid, match="evidence"):
        bans.check_proposal("copied", [], date(2027, 6, 10), date(2026, 6, 10))


def test_an_appeal_is_decided_by_somebody_uninvolved() -> None:
    appealed = state(appealed_at=AT, involved=frozenset({5}))
    for person in (1, 2, 5):
        with pytest.raises(Conflict, match="had a part"):
            bans.decide_appeal(appealed, person, "why")
    bans.decide_appeal(appealed, 3, "why")
    with pytest.raises(Conflict, match="waits for its decision"):
        bans.appeal(appealed, "please", date(2026, 7, 1))
    with pytest.raises(Conflict, match="was decided"):
        bans.appeal(state(appealed_at=AT, appeal_decided_at=AT), "again", date(2026, 7, 1))
    with pytest.raises(Conflict, match="no ban in force"):
        bans.appeal(state(), "please", date(2027, 7, 1))


KEY = b"k" * 32


@pytest.mark.parametrize(
    ("first", "second", "like"),
    [
        ("Dana Okonjo", "okonjo, DANA", True),
        ("José Müller", "Jose Muller", True),
        ("Dana Maria Okonjo", "Dana Okonjo", True),
        ("Dana Okonjo", "Dana Petrov", False),
        ("Suharto", "Suharto", True),
        ("Suharto", "Suharto Petrov", False),
        ("", "", False),
    ],
)
def test_names_that_are_alike(first: str, second: str, like: bool) -> None:
    assert likeness.alike(likeness.keyed_parts(KEY, first), likeness.keyed_parts(KEY, second)) is like


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_mutual_and_keeps_no_name(first: str, second: str) -> None:
    one, other = likeness.keyed_parts(KEY, first), likeness.keyed_parts(KEY, second)
    assert likeness.alike(one, other) is likeness.alike(other, one)
    assert all(len(part) == 32 and set(part) <= set("0123456789abcdef") for part in one)
