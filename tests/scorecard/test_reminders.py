"""An overdue card: who is written to, when, and once."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.delivery.models import Message
from otherside.interview.card_time import CARD_MINUTES, minutes_left
from otherside.interview.models import Interview
from otherside.scorecard.actions import remind_overdue
from otherside.scorecard.letters import GIVEN_UP, STEPS, step_at
from tests.support.cards import AT, card_in
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db
DUE = AT + timedelta(minutes=CARD_MINUTES)


@pytest.fixture
def ended(held: Interview) -> Interview:
    held.ended_at = AT
    held.save(update_fields=["ended_at"])
    return held


def told_at(at: datetime) -> list[tuple[str, str]]:
    """Who was written to by one look of the worker."""
    before = set(Message.objects.values_list("pk", flat=True))
    remind_overdue(at)
    rows = Message.objects.exclude(pk__in=before).order_by("id")
    return [(row.to_email, row.subject.split(":")[0]) for row in rows]


def test_the_author_is_reminded_twice_then_the_recruiter_is_told(
    ended: Interview, alice: User, bob: User, rosa: User
) -> None:
    card_in(ended, bob)
    open_still = [(alice.email, "Your scorecard is open")]
    assert told_at(DUE + timedelta(minutes=59)) == []
    assert told_at(DUE + timedelta(hours=1)) == open_still
    assert told_at(DUE + timedelta(hours=2)) == []
    assert told_at(DUE + timedelta(hours=24)) == open_still
    assert told_at(DUE + timedelta(hours=25)) == []
    assert told_at(DUE + timedelta(hours=48)) == [(rosa.email, "A scorecard is missing")]
    assert told_at(DUE + timedelta(hours=49)) == []
    assert "Alice Lindqvist has not handed in" in Message.objects.latest("pk").body


def test_whoever_was_missed_gets_the_last_letter_and_old_hours_none(ended: Interview, rosa: User) -> None:
    assert [to for to, _ in told_at(DUE + timedelta(hours=60))] == [rosa.email, rosa.email]
    assert told_at(DUE + timedelta(days=8)) == []


def test_rehearsals_and_closed_applications_ask_nobody(ended: Interview) -> None:
    ended.application.stage = "closed"
    ended.application.save(update_fields=["stage"])
    assert told_at(DUE + timedelta(hours=1)) == []
    ended.application.stage = "deciding"
    ended.application.save(update_fields=["stage"])
    Interview.everything.filter(pk=ended.pk).update(is_rehearsal=True)
    assert told_at(DUE + timedelta(hours=1)) == []


def test_the_letters_carry_nothing_of_a_card(ended: Interview, bob: User) -> None:
    card_in(ended, bob)
    told_at(DUE + timedelta(hours=24))
    body = Message.objects.latest("pk").body
    assert "Did it calmly" not in body
    assert "Bob" not in body


@given(st.integers(0, 200_000))
def test_steps_never_go_back(minutes: int) -> None:
    order = [None, *(step for step, _ in reversed(STEPS))]
    late = timedelta(minutes=minutes)
    now, then = step_at(late), step_at(late + timedelta(minutes=1))
    assert (then is None and late + timedelta(minutes=1) > GIVEN_UP) or order.index(then) >= order.index(now)


def test_the_minutes_held_for_it_are_counted_on_the_card(
    ended: Interview, alice: User, client_for: ClientFor
) -> None:
    assert minutes_left(AT, AT) == 10
    assert minutes_left(AT, AT + timedelta(minutes=3, seconds=1)) == 7
    assert minutes_left(AT, DUE) == 0
    assert "Due since" in client_for(alice).get(f"/interviews/{ended.pk}/scorecard/").content.decode()
