"""Two recruiters at once. Real threads with their own connections, on both databases."""

from datetime import timedelta
from typing import Any

import pytest

from otherside.accounts.models import User
from otherside.hiring.actions import move_application
from otherside.hiring.models import Application, Round
from otherside.hiring.stages import Closing, Stage
from otherside.interview import actions
from otherside.interview.models import Interview, Member, PanelMember
from otherside.kernel.errors import Conflict
from tests.accounts.test_races import at_once
from tests.support import cast

pytestmark = pytest.mark.django_db(transaction=True)

LATER = cast.NOW + timedelta(days=3)


@pytest.fixture
def rounds(hour: Interview) -> list[Round]:
    opening = hour.application.opening
    return [
        Round.objects.create(opening=opening, ordinal=number, name=f"R{number}", kind="coding")
        for number in (2, 3)
    ]


def booking(alice: User, **fields: Any) -> actions.Booking:
    values = {"starts_at": LATER, "minutes": 60, "panel": (alice.pk,), "lead": alice.pk}
    return actions.Booking(**{**values, **fields})


def test_the_same_round_is_planned_once(
    hour: Interview, rounds: list[Round], alice: User, bob: User, rosa: User, priya: User
) -> None:
    key = hour.application_id
    results = at_once(
        lambda: actions.plan_interview(key, rounds[0].pk, booking(alice), rosa, at=cast.NOW),
        lambda: actions.plan_interview(key, rounds[0].pk, booking(bob), priya, at=cast.NOW),
    )
    assert sum(isinstance(result, Conflict) for result in results) == 1
    row = Interview.objects.get(round=rounds[0])
    assert PanelMember.objects.filter(interview=row).count() == 1
    assert Member.objects.filter(interview=row).count() == 2


@pytest.mark.parametrize("_again", range(3))
def test_nothing_is_planned_for_an_application_that_is_being_closed(
    hour: Interview, rounds: list[Round], alice: User, rosa: User, priya: User, _again: int
) -> None:
    key = hour.application_id
    seen = Stage(hour.application.stage)
    planned, closed = at_once(
        lambda: actions.plan_interview(key, rounds[0].pk, booking(alice), rosa, at=cast.NOW),
        lambda: move_application(key, Stage.CLOSED, priya, seen=seen, closing=Closing.WITHDREW, at=cast.NOW),
    )
    assert closed is None
    if isinstance(planned, Conflict):
        assert "is closed" in str(planned)
        assert not Interview.objects.filter(round=rounds[0]).exists()


def test_a_plan_made_on_an_old_look_is_refused(
    hour: Interview, rounds: list[Round], alice: User, rosa: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed after the action had found it open."""
    look = actions.access_application

    def look_then_close(*args: Any, **named: Any) -> Any:
        row = look(*args, **named)
        Application.objects.filter(pk=row.pk).update(stage=Stage.CLOSED.value)
        return row

    monkeypatch.setattr(actions, "access_application", look_then_close)
    with pytest.raises(Conflict, match="is closed"):
        actions.plan_interview(hour.application_id, rounds[0].pk, booking(alice), rosa, at=cast.NOW)


def test_one_person_is_booked_once_for_one_hour(
    hour: Interview, rounds: list[Round], alice: User, rosa: User, priya: User
) -> None:
    key = hour.application_id
    half = LATER + timedelta(minutes=30)
    results = at_once(
        lambda: actions.plan_interview(key, rounds[0].pk, booking(alice), rosa, at=cast.NOW),
        lambda: actions.plan_interview(key, rounds[1].pk, booking(alice, starts_at=half), priya, at=cast.NOW),
    )
    refused = [result for result in results if isinstance(result, Conflict)]
    assert len(refused) == 1
    assert "holds another interview" in str(refused[0])


def test_of_two_who_move_it_one_is_told(
    hour: Interview, alice: User, bob: User, rosa: User, priya: User
) -> None:
    seen = hour.starts_at
    results = at_once(
        lambda: actions.reschedule(hour.pk, booking(alice), rosa, seen=seen, at=cast.NOW),
        lambda: actions.reschedule(
            hour.pk, booking(bob, starts_at=LATER + timedelta(days=1)), priya, seen=seen, at=cast.NOW
        ),
    )
    assert sum(isinstance(result, Conflict) for result in results) == 1
    assert PanelMember.objects.filter(interview=hour).count() == 1


def test_two_changes_of_the_panel_leave_one_of_them_whole(
    hour: Interview, alice: User, bob: User, charlie: User, rosa: User, priya: User
) -> None:
    at_once(
        lambda: actions.set_panel(hour.pk, [alice.pk, charlie.pk], charlie.pk, rosa, at=cast.NOW),
        lambda: actions.set_panel(hour.pk, [alice.pk, bob.pk], bob.pk, priya, at=cast.NOW),
    )
    seats = PanelMember.objects.filter(interview=hour)
    assert seats.filter(is_lead=True).count() == 1
    assert {seat.user_id for seat in seats} in ({alice.pk, charlie.pk}, {alice.pk, bob.pk})
    numbers = list(Member.objects.filter(interview=hour).values_list("number", flat=True))
    assert numbers == sorted(set(numbers))
