from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from otherside.accounts.models import AuditEntry, User
from otherside.hiring.models import Application, Round
from otherside.interview import access, actions, links
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached, NotFound
from tests.support import cast

LATER = cast.NOW + timedelta(days=2)


def booking(
    *people: User, starts_at: datetime | None = LATER, minutes: int = 60, **fields: Any
) -> actions.Booking:
    panel = tuple(person.pk for person in people)
    return actions.Booking(starts_at=starts_at, minutes=minutes, panel=panel, lead=panel[0], **fields)


@pytest.fixture
def second(hour: Interview) -> Round:
    return Round.objects.create(
        opening=hour.application.opening, ordinal=2, name="Second", kind="coding", minutes=60
    )


def test_planning_gives_numbers_lead_first_and_dana_last(
    hour: Interview, second: Round, alice: User, bob: User, rosa: User
) -> None:
    row = actions.plan_interview(hour.application_id, second.pk, booking(bob, alice), rosa, at=cast.NOW)
    assert row.state == State.SCHEDULED
    assert [(m.number, m.user, m.is_candidate) for m in access.members_of(row)] == [
        (1, bob, False),
        (2, alice, False),
        (3, None, True),
    ]
    assert [seat.user for seat in access.panel_of(row)] == [bob, alice]
    line = AuditEntry.objects.get(action="interview.planned")
    assert (line.actor, line.noun_id) == (rosa, str(row.pk))


def test_planning_moves_a_new_application_on(hour: Interview, second: Round, alice: User, rosa: User) -> None:
    Application.objects.filter(pk=hour.application_id).update(stage="new")
    actions.plan_interview(hour.application_id, second.pk, booking(alice), rosa, at=cast.NOW)
    assert Application.objects.get(pk=hour.application_id).stage == "interviewing"


def test_without_a_time_it_waits(hour: Interview, second: Round, alice: User, rosa: User) -> None:
    row = actions.plan_interview(
        hour.application_id, second.pk, booking(alice, starts_at=None), rosa, at=cast.NOW
    )
    assert row.state == State.PLANNED
    actions.reschedule(row.pk, booking(alice), rosa, seen=None, at=cast.NOW)
    row.refresh_from_db()
    assert (row.state, row.starts_at) == (State.SCHEDULED, LATER)


def test_a_round_is_planned_once(hour: Interview, second: Round, alice: User, bob: User, rosa: User) -> None:
    actions.plan_interview(hour.application_id, second.pk, booking(alice), rosa, at=cast.NOW)
    with pytest.raises(Conflict, match="planned already"):
        actions.plan_interview(hour.application_id, second.pk, booking(bob), rosa, at=cast.NOW)


def test_a_cancelled_interview_leaves_its_round_free(hour: Interview, alice: User, rosa: User) -> None:
    actions.cancel(hour.pk, rosa, at=cast.NOW)
    actions.plan_interview(hour.application_id, hour.round_id, booking(alice), rosa, at=cast.NOW)


def test_nobody_holds_two_interviews_at_once(
    hour: Interview, second: Round, alice: User, charlie: User, rosa: User
) -> None:
    clash = hour.starts_at + timedelta(minutes=59)
    with pytest.raises(Conflict, match="Alice Lindqvist holds another interview"):
        actions.plan_interview(
            hour.application_id, second.pk, booking(charlie, alice, starts_at=clash), rosa, at=cast.NOW
        )
    after = hour.starts_at + timedelta(minutes=60)
    actions.plan_interview(
        hour.application_id, second.pk, booking(charlie, alice, starts_at=after), rosa, at=cast.NOW
    )


def test_moving_an_interview_is_no_clash_with_itself(
    hour: Interview, alice: User, bob: User, rosa: User
) -> None:
    then = hour.starts_at + timedelta(minutes=15)
    actions.reschedule(hour.pk, booking(alice, bob, starts_at=then), rosa, seen=hour.starts_at, at=cast.NOW)
    hour.refresh_from_db()
    assert hour.starts_at == then


def test_who_looked_before_it_was_moved_is_told(
    hour: Interview, alice: User, bob: User, rosa: User, priya: User
) -> None:
    seen = hour.starts_at
    actions.reschedule(hour.pk, booking(alice, bob), rosa, seen=seen, at=cast.NOW)
    with pytest.raises(Conflict, match="since you looked"):
        actions.reschedule(
            hour.pk, booking(alice, starts_at=LATER + timedelta(days=1)), priya, seen=seen, at=cast.NOW
        )
    assert PanelMember.objects.filter(interview=hour).count() == 2


def test_the_panel_changes_and_numbers_stay(
    hour: Interview, alice: User, bob: User, charlie: User, rosa: User
) -> None:
    actions.set_panel(hour.pk, [charlie.pk, alice.pk], charlie.pk, rosa, at=cast.NOW)
    assert [(s.user, s.is_lead) for s in access.panel_of(hour)] == [(charlie, True), (alice, False)]
    actions.set_panel(hour.pk, [bob.pk, charlie.pk], bob.pk, rosa, at=cast.NOW)
    assert {m.name: m.number for m in access.members_of(hour)} == {
        "Alice Lindqvist": 1,
        "Bob Marchetti": 2,
        "Dana Okonjo": 3,
        "Charlie Roe": 4,
    }


def test_whoever_wrote_a_card_stays(hour: Interview, alice: User, bob: User, rosa: User) -> None:
    actions.card_in(hour, bob, cast.NOW)
    with pytest.raises(Conflict, match="Bob Marchetti's card is in"):
        actions.set_panel(hour.pk, [alice.pk], alice.pk, rosa, at=cast.NOW)
    assert PanelMember.objects.filter(interview=hour).count() == 2


def test_after_the_hour_the_panel_is_what_it_was(hour: Interview, alice: User, rosa: User) -> None:
    Interview.objects.filter(pk=hour.pk).update(state=State.ENDED)
    with pytest.raises(Conflict, match="ended"):
        actions.set_panel(hour.pk, [alice.pk], alice.pk, rosa, at=cast.NOW)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"panel": (1, 1), "lead": 1}, Invalid),
        ({"panel": (1,), "lead": 2}, Invalid),
        ({"panel": tuple(range(1, 9)), "lead": 1}, LimitReached),
        ({"panel": (1,), "lead": 1, "minutes": 5}, Invalid),
        ({"panel": (1,), "lead": 1, "minutes": 600}, LimitReached),
    ],
)
def test_a_booking_that_nobody_could_mean(fields: dict[str, Any], wrong: type[DomainError]) -> None:
    with pytest.raises(wrong):
        actions.Booking(**{"starts_at": LATER, "minutes": 60, **fields})


def test_only_interviewers_who_are_here_sit_on_a_panel(
    hour: Interview, priya: User, bob: User, rosa: User
) -> None:
    with pytest.raises(Invalid, match="no interviewer"):
        actions.set_panel(hour.pk, [priya.pk], priya.pk, rosa, at=cast.NOW)
    bob.is_active = False
    bob.save()
    with pytest.raises(Invalid, match="has left"):
        actions.set_panel(hour.pk, [bob.pk], bob.pk, rosa, at=cast.NOW)


def test_renewing_ends_both_links(hour: Interview, rosa: User) -> None:
    old = links.token(links.ROOM, hour)
    row = actions.renew_links(hour.pk, rosa, at=cast.NOW)
    with pytest.raises(NotFound):
        access.access_by_room_token(old, cast.NOW)
    assert access.access_by_room_token(links.token(links.ROOM, row), cast.NOW)[0] == hour


def test_the_states_follow_and_are_stamped_once(hour: Interview) -> None:
    row = access._rows().get(pk=hour.pk)
    stale = access._rows().get(pk=hour.pk)
    actions.advance_state(row, State.LOBBY, cast.NOW)
    actions.advance_state(row, State.GOING_ON, LATER)
    with pytest.raises(Conflict, match="since you looked"):
        actions.advance_state(stale, State.LOBBY, LATER)
    actions.advance_state(row, State.ENDED, LATER + timedelta(hours=1))
    row.refresh_from_db()
    assert (row.opened_at, row.began_at, row.ended_at) == (cast.NOW, LATER, LATER + timedelta(hours=1))
    with pytest.raises(Conflict, match="ended"):
        actions.advance_state(row, State.GOING_ON, LATER)


def test_a_card_is_in_once(hour: Interview, alice: User, charlie: User) -> None:
    actions.card_in(hour, alice, cast.NOW)
    actions.card_in(hour, alice, LATER)
    assert PanelMember.objects.get(interview=hour, user=alice).card_in_at == cast.NOW
    with pytest.raises(NotFound):
        actions.card_in(hour, charlie, cast.NOW)


@pytest.mark.parametrize("who", ["alice", "charlie", "ada"])
def test_who_arranges_nothing_changes_nothing(
    who: str, request: pytest.FixtureRequest, hour: Interview, second: Round, alice: User
) -> None:
    user = request.getfixturevalue(who)
    for act in (
        lambda: actions.plan_interview(hour.application_id, second.pk, booking(alice), user, at=cast.NOW),
        lambda: actions.reschedule(hour.pk, booking(alice), user, seen=hour.starts_at, at=cast.NOW),
        lambda: actions.set_panel(hour.pk, [alice.pk], alice.pk, user, at=cast.NOW),
        lambda: actions.cancel(hour.pk, user, at=cast.NOW),
        lambda: actions.renew_links(hour.pk, user, at=cast.NOW),
    ):
        with pytest.raises(NotFound):
            act()
    assert not AuditEntry.objects.exists()
    assert Member.objects.filter(interview=hour).count() == 3


@pytest.fixture
def shown_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    monkeypatch.setattr(
        "otherside.relay.client.close_member", lambda log_id, number, _why: found.append((log_id, number))
    )
    return found


def test_who_leaves_the_panel_leaves_the_open_room(
    hour: Interview,
    alice: User,
    rosa: User,
    shown_out: list[tuple[str, int]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    Interview.objects.filter(pk=hour.pk).update(state=State.GOING_ON)
    with django_capture_on_commit_callbacks(execute=True):
        actions.set_panel(hour.pk, [alice.pk], alice.pk, rosa, at=cast.NOW)
    assert shown_out == [(hour.log_id, 2)]


def test_who_leaves_the_panel_while_the_lobby_opens_leaves_the_room(
    hour: Interview,
    alice: User,
    rosa: User,
    shown_out: list[tuple[str, int]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What counts is the state of the locked row, not the one that was read before."""
    read_before = Interview.objects.select_related("application__opening").get(pk=hour.pk)
    monkeypatch.setattr(actions, "access_interview", lambda *_, **__: read_before)
    Interview.objects.filter(pk=hour.pk).update(state=State.LOBBY)
    with django_capture_on_commit_callbacks(execute=True):
        actions.set_panel(hour.pk, [alice.pk], alice.pk, rosa, at=cast.NOW)
    assert shown_out == [(hour.log_id, 2)]


def test_ending_the_links_shows_dana_out(
    hour: Interview,
    rosa: User,
    shown_out: list[tuple[str, int]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        actions.renew_links(hour.pk, rosa, at=cast.NOW)
    assert shown_out == []  # nobody is in a room before the lobby
    Interview.objects.filter(pk=hour.pk).update(state=State.LOBBY)
    with django_capture_on_commit_callbacks(execute=True):
        actions.renew_links(hour.pk, rosa, at=cast.NOW)
    assert shown_out == [(hour.log_id, 3)]
