from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.kernel.errors import Invalid
from otherside.schedule.letters import Occasion, cancelled, to_candidate, to_panel
from otherside.schedule.times import check_time, in_zone
from tests.support.cast import NOW

OCCASION = Occasion(
    candidate="Dana Okonjo",
    opening="Senior backend engineer",
    round_name="Coding",
    recruiter="Rosa Keller",
    recruiter_email="rosa@example.org",
    panel=("Alice Lindqvist",),
    starts_at=NOW,
    minutes=60,
    call_url="https://call.example.org/1",
    link="https://otherside.example.org/c/secret/",
)


def test_two_in_the_afternoon_utc_is_five_in_helsinki_in_summer() -> None:
    assert in_zone(NOW, "Europe/Helsinki") == "Wednesday 10 June 2026, 17:00 (Europe/Helsinki)"


def test_an_unknown_zone_says_utc_rather_than_nothing() -> None:
    assert in_zone(NOW, "Mars/Olympus") == "Wednesday 10 June 2026, 14:00 (UTC)"


@pytest.mark.parametrize("off", [timedelta(days=-1), timedelta(days=400)])
def test_a_time_nobody_can_keep_is_refused_with_the_remedy(off: timedelta) -> None:
    with pytest.raises(Invalid, match=r"Choose a time|Look at the year"):
        check_time(NOW + off, at=NOW)


@given(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=366)))
def test_any_time_of_the_next_year_may_be_booked(off: timedelta) -> None:
    check_time(NOW + off, at=NOW)


def test_the_candidates_letter_says_when_for_them_and_how_to_ask_for_more_time() -> None:
    letter = to_candidate(OCCASION, zone="Europe/Helsinki", changed=False)
    assert "17:00 (Europe/Helsinki), 60 minutes" in letter.body
    assert OCCASION.link in letter.body
    assert "rosa@example.org" in letter.body
    assert "recorded" in letter.body


def test_a_change_says_that_the_old_time_no_longer_counts() -> None:
    for letter in (
        to_candidate(OCCASION, zone="UTC", changed=True),
        to_panel(OCCASION, zone="UTC", changed=True),
    ):
        assert letter.subject.startswith("New time")
        assert "old one no longer counts" in letter.body


def test_nobody_else_gets_the_candidates_link() -> None:
    assert OCCASION.link not in cancelled(OCCASION, zone="UTC").body
