"""Planning, moving and cancelling: who is told what, and that calendars can follow."""

from datetime import datetime, timedelta

import icalendar
import pytest

from otherside.delivery.models import Message
from otherside.hiring.models import Application, Round
from otherside.interview.actions import Booking
from otherside.interview.models import Interview
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.schedule.actions import cancel_and_tell, move_and_tell, plan_and_invite
from otherside.schedule.models import Invitation
from tests.support import cast
from tests.support.cast import NOW

SOON = NOW + timedelta(days=2)


@pytest.fixture
def application(priya: cast.User, rosa: cast.User) -> Application:
    job = cast.opening(hiring_manager=priya, recruiter=rosa)
    Round.objects.create(opening=job, ordinal=1, name="Coding", kind="coding")
    return cast.application(cast.candidate(time_zone="Europe/Helsinki"), job)


def booking(*panel: cast.User, starts_at: datetime | None = SOON) -> Booking:
    return Booking(
        starts_at=starts_at,
        minutes=60,
        panel=tuple(person.pk for person in panel),
        lead=panel[0].pk,
        call_url="https://call.example.org/1",
    )


def plan(application: Application, rosa: cast.User, *panel: cast.User) -> Interview:
    of_round = Round.objects.get(opening=application.opening)
    return plan_and_invite(application.pk, of_round.pk, booking(*panel), rosa, at=NOW)


def event(row: Message) -> icalendar.Event:
    assert row.calendar is not None
    return next(iter(icalendar.Calendar.from_ical(bytes(row.calendar)).walk("VEVENT")))


def letters() -> dict[str, Message]:
    """The newest letter about the hour of each reader."""
    return {row.to_email: row for row in Message.objects.order_by("id") if not held(row)}


def held(row: Message) -> bool:
    """Whether it is about the minutes for the card, not about the hour."""
    return "-card@" in str(event(row)["uid"])


def test_planning_invites_candidate_and_panel_each_with_their_own_way_in(
    application: Application, rosa: cast.User, alice: cast.User, bob: cast.User
) -> None:
    row = plan(application, rosa, alice, bob)
    found = letters()
    assert set(found) == {"dana@example.net", alice.email, bob.email}
    assert f"/c/{row.log_id}." in found["dana@example.net"].body
    assert "17:00 (Europe/Helsinki)" in found["dana@example.net"].body
    assert f"/interviews/{row.pk}/" in found[bob.email].body
    assert "/c/" not in found[bob.email].body
    assert event(found[bob.email]).decoded("dtstart") == SOON


def test_a_move_keeps_the_appointment_and_raises_its_sequence(
    application: Application, rosa: cast.User, alice: cast.User
) -> None:
    row = plan(application, rosa, alice)
    later = SOON + timedelta(hours=3)
    move_and_tell(row.pk, booking(alice, starts_at=later), rosa, seen=SOON, at=NOW)
    mails = Message.objects.filter(to_email=alice.email).order_by("id")
    first, second = (event(mail) for mail in mails if not held(mail))
    assert first["uid"] == second["uid"]
    assert (int(first["sequence"]), int(second["sequence"])) == (0, 1)
    assert second.decoded("dtstart") == later
    assert letters()["dana@example.net"].subject.startswith("New time")


def test_ten_minutes_after_the_hour_are_held_for_the_card_and_move_with_it(
    application: Application, rosa: cast.User, alice: cast.User, bob: cast.User
) -> None:
    row = plan(application, rosa, alice, bob)
    later = SOON + timedelta(hours=3)
    move_and_tell(row.pk, booking(alice, starts_at=later), rosa, seen=SOON, at=NOW)
    cancel_and_tell(row.pk, rosa, at=NOW)
    mails = [mail for mail in Message.objects.order_by("id") if held(mail)]
    assert {mail.to_email for mail in mails} == {alice.email, bob.email}  # never the candidate
    first, second, gone = (event(mail) for mail in mails if mail.to_email == alice.email)
    hour = event(letters()[alice.email])
    assert first["uid"] == second["uid"] == gone["uid"] != hour["uid"]
    assert second.decoded("dtstart") == later + timedelta(minutes=60)
    assert second.decoded("dtend") - second.decoded("dtstart") == timedelta(minutes=10)
    assert f"/interviews/{row.pk}/scorecard/" in mails[0].body
    assert (gone["status"], int(gone["sequence"])) == ("CANCELLED", 2)
    assert [m.calendar_method for m in mails if m.to_email == bob.email] == ["REQUEST", "CANCEL"]


def test_whoever_leaves_the_panel_has_it_taken_from_their_calendar(
    application: Application, rosa: cast.User, alice: cast.User, bob: cast.User
) -> None:
    row = plan(application, rosa, alice, bob)
    move_and_tell(row.pk, booking(alice), rosa, seen=SOON, at=NOW)
    assert letters()[bob.email].calendar_method == "CANCEL"


def test_cancelling_tells_everybody_once(application: Application, rosa: cast.User, alice: cast.User) -> None:
    row = plan(application, rosa, alice)
    cancel_and_tell(row.pk, rosa, at=NOW)
    assert {m.calendar_method for m in letters().values()} == {"CANCEL"}
    assert Invitation.objects.get(interview=row, is_cancellation=True).sequence == 1


def test_two_recruiters_who_move_it_at_once_the_second_is_told_and_nobody_gets_mail(
    application: Application, rosa: cast.User, alice: cast.User
) -> None:
    row = plan(application, rosa, alice)
    later = SOON + timedelta(hours=3)
    move_and_tell(row.pk, booking(alice, starts_at=later), rosa, seen=SOON, at=NOW)
    before = Message.objects.count()
    with pytest.raises(Conflict, match="since you looked"):
        move_and_tell(row.pk, booking(alice, starts_at=SOON), rosa, seen=SOON, at=NOW)
    assert Message.objects.count() == before


def test_a_time_in_the_past_is_refused_and_nothing_is_planned(
    application: Application, rosa: cast.User, alice: cast.User
) -> None:
    of_round = Round.objects.get(opening=application.opening)
    past = booking(alice, starts_at=NOW - timedelta(days=1))
    with pytest.raises(Invalid, match="in the past"):
        plan_and_invite(application.pk, of_round.pk, past, rosa, at=NOW)
    assert not Interview.objects.exists()
    assert not Message.objects.exists()


def test_charlie_can_neither_plan_nor_move_nor_cancel(
    application: Application, rosa: cast.User, alice: cast.User, charlie: cast.User
) -> None:
    row = plan(application, rosa, alice)
    with pytest.raises(NotFound):
        move_and_tell(row.pk, booking(alice), charlie, seen=SOON, at=NOW)
    with pytest.raises(NotFound):
        cancel_and_tell(row.pk, charlie, at=NOW)
