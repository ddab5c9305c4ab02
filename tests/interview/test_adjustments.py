"""What is adjusted: by hand, refused where nobody could mean it, and without any place for a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.interview.actions import Booking, check_languages
from otherside.interview.adjustments import NONE, Adjustments, read, stored
from otherside.kernel.errors import Invalid, LimitReached


def test_an_hour_with_a_quarter_more_and_two_breaks() -> None:
    """60 min and 15, and twice five."""
    adjusted = Adjustments(extra_percent=25, breaks=2)
    assert adjusted.whole_minutes(60) == 85
    assert adjusted.stretch_percent == 125
    assert adjusted.lines == ("25 % more time, for every part", "2 breaks of 5 minutes, in the plan")
    booked = Booking(starts_at=None, minutes=60, panel=(1,), lead=1, adjustments=adjusted)
    assert booked.fields["minutes"] == 85
    again = read(booked.fields["adjustments"])
    assert (again.minutes, again.extra_percent, again.breaks) == (60, 25, 2)


def test_nothing_adjusted_is_nothing_stored() -> None:
    assert stored(NONE) == {}
    assert read({}) == read(None) == NONE
    assert Booking(starts_at=None, minutes=60, panel=(1,), lead=1).fields["adjustments"] == {}


@pytest.mark.parametrize(
    "value", [{"reason": "x"}, {"extra_percent": 101}, {"breaks": -1}, {"hide_clock": "yes"}]
)
def test_there_is_no_place_for_a_reason_nor_for_nonsense(value: object) -> None:
    with pytest.raises(Invalid):
        read(value)


def test_the_second_person_is_named_with_their_part() -> None:
    assert Adjustments(second_person="Ines", second_part="interprets").lines == (
        "Ines takes part: interprets",
    )
    assert Adjustments(second_part="assists").lines == ("A second person takes part: assists",)


@given(
    st.builds(
        Adjustments, extra_percent=st.integers(0, 100), breaks=st.integers(0, 4), hide_clock=st.booleans()
    )
)
def test_what_is_stored_is_read_again(adjusted: Adjustments) -> None:
    assert read(stored(adjusted)).lines == adjusted.lines
    assert adjusted.whole_minutes(60) >= 60


def test_languages_are_few_and_short() -> None:
    assert check_languages([" Go ", "C++", "Go", ""]) == ("Go", "C++")
    with pytest.raises(LimitReached):
        check_languages("abcdef")
    with pytest.raises(LimitReached):
        check_languages(["x" * 31])
