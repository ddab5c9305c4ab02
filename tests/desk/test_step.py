from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.desk.step import Seen, Urgency, named, next_step
from otherside.interview.state import State
from tests.support.cast import NOW


def seen(state: State, *, starts_in: int | None = 60, **fields: object) -> Seen:
    values: dict[str, object] = {
        "starts_at": None if starts_in is None else NOW + timedelta(minutes=starts_in),
        "minutes": 60,
        "on_panel": False,
        "may_arrange": False,
        "may_decide": False,
    }
    return Seen(state=state, **{**values, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "badge", "action"),
    [
        (seen(State.PLANNED, starts_in=None, may_arrange=True), "No time yet", "Find a time"),
        (seen(State.SCHEDULED, starts_in=60 * 30, on_panel=True), "Scheduled", "Prepare"),
        (seen(State.SCHEDULED, starts_in=18, on_panel=True), "In 18 min", "Open the room"),
        (seen(State.SCHEDULED, starts_in=-12, on_panel=True), "! 12 min late", "Open the room"),
        (seen(State.SCHEDULED, starts_in=-12, may_arrange=True), "! 12 min late", "Move"),
        (seen(State.SCHEDULED, starts_in=-60, may_arrange=True), "! Was not held", "Find a new time"),
        (seen(State.LOBBY, on_panel=True), "Lobby open", "To the room"),
        (seen(State.GOING_ON, starts_in=-12), "Going on", ""),
        (seen(State.GOING_ON, starts_in=-72, on_panel=True), "! 12 min over", "To the room"),
        (seen(State.CANCELLED), "Cancelled", ""),
    ],
)
def test_the_step_of_a_state(what: Seen, badge: str, action: str) -> None:
    step = next_step(what, NOW)
    assert (step.badge, step.action) == (badge, action)


def ended(hours: int, **fields: object) -> Seen:
    return seen(State.ENDED, starts_in=-60 * hours - 60, ended_at=NOW - timedelta(hours=hours), **fields)


@pytest.mark.parametrize(
    ("what", "badge", "action"),
    [
        (ended(1, on_panel=True), "Your card is due", "Write your card"),
        (ended(2, on_panel=True), "! Card overdue 2 h", "Write your card"),
        (ended(72, on_panel=True), "! Card overdue 3 days", "Write your card"),
        (ended(3, may_decide=True, cards_missing=("Alice Lindqvist",)), "Waiting for cards", ""),
        (ended(3, may_decide=True), "All cards in", "Debrief"),
        (ended(3, on_panel=True, own_card_in=True), "All cards in", "Read the cards"),
        (ended(3, may_arrange=True), "All cards in", ""),
    ],
)
def test_after_the_hour_cards_come_first(what: Seen, badge: str, action: str) -> None:
    step = next_step(what, NOW)
    assert (step.badge, step.action) == (badge, action)


def test_a_running_hour_is_more_urgent_than_any_card() -> None:
    running = next_step(seen(State.GOING_ON, starts_in=-5, on_panel=True), NOW)
    assert running.urgency > next_step(ended(50, on_panel=True), NOW).urgency


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Alice Lindqvist"], "Alice"),
        (["Alice L", "Bob M"], "Alice and Bob"),
        (["Alice L", "Bob M", "Cy N"], "Alice, Bob and Cy"),
        (["Alice L", "Bob M", "Cy N", "Di O"], "Alice, Bob and 2 more"),
    ],
)
def test_names_in_a_row(names: list[str], words: str) -> None:
    assert named(names) == words


@given(
    state=st.sampled_from(State),
    starts_in=st.integers(-5000, 5000),
    flags=st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    after=st.integers(0, 5000),
)
def test_whatever_is_offered_leads_somewhere_and_never_to_who_may_nothing(
    state: State, starts_in: int, flags: tuple[bool, bool, bool, bool], after: int
) -> None:
    on_panel, may_arrange, may_decide, card_in = flags
    now: datetime = NOW + timedelta(minutes=after)
    step = next_step(
        seen(
            state, starts_in=starts_in, on_panel=on_panel, may_arrange=may_arrange, may_decide=may_decide,
            own_card_in=card_in, ended_at=NOW,
        ),
        now,
    )  # fmt: skip
    assert step.badge
    assert bool(step.action) == bool(step.target) == (step.urgency is not Urgency.NOTHING)
    if not (on_panel or may_arrange or may_decide):
        assert step.action == ""
    if step.target in {"room", "card", "prepare"}:
        assert on_panel
