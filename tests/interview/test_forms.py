"""The form of a booking seats as many people as an interview may have."""

import pytest

from otherside.interview.forms import SEATS, BookingForm
from otherside.interview.limits import PANEL_MAX
from tests.support import cast

pytestmark = pytest.mark.django_db


def test_there_is_a_seat_for_everybody_an_interview_may_have() -> None:
    assert len(SEATS) == int(PANEL_MAX)
    people = [cast.person(f"P{number} Person", is_interviewer=True) for number in range(int(PANEL_MAX))]
    data = {seat: str(person.pk) for seat, person in zip(SEATS, people, strict=True)}
    form = BookingForm({**data, "zone": "UTC", "minutes": "60"})
    assert form.is_valid(), form.errors
    assert form.booking().panel == tuple(person.pk for person in people)
