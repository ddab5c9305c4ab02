"""Who may stay in the room, and what opens to them there."""

import pytest

from otherside.accounts.actions import end_other_sessions
from otherside.interview.models import Interview, PanelMember
from otherside.kernel.errors import NotFound
from otherside.live import actions
from otherside.live.actions.members import TICKET_LIFE
from otherside.live.tasks import look_after_rooms
from otherside.relay import client as relay
from tests.support.cast import User
from tests.support.live_table import Table


def test_who_left_the_panel_and_who_holds_an_ended_link_is_sent_away(
    table: Table, in_process_relay: relay.Direct
) -> None:
    table.begin()
    actions.admit(table.dana, table.at)
    in_process_relay.members[table.log_id] = frozenset({1, 2, 3})
    assert look_after_rooms() == 0
    PanelMember.objects.filter(user=table.bob.user).delete()
    assert look_after_rooms() == 1
    Interview.objects.filter(pk=table.interview.pk).update(links_epoch=1)
    in_process_relay.members[table.log_id] = frozenset({1, 3})
    assert look_after_rooms() == 1
    assert look_after_rooms() == 0
    assert [number for _, number, _ in in_process_relay.closed] == [2, 3]
    with pytest.raises(NotFound):
        actions.admit(table.dana, table.at)


def test_who_was_deactivated_is_sent_away(table: Table, in_process_relay: relay.Direct) -> None:
    """Their sessions end by themselves; the line to the relay knows of none."""
    table.begin()
    in_process_relay.members[table.log_id] = frozenset({1, 2})
    User.objects.filter(pk=table.bob.user.pk).update(is_active=False)
    assert look_after_rooms() == 1
    assert [number for _, number, _ in in_process_relay.closed] == [2]


def test_whose_session_was_ended_asks_for_a_ticket_again(
    table: Table, in_process_relay: relay.Direct
) -> None:
    """The relay knows no sessions: whatever was open before comes back with a ticket, or not at all."""
    table.begin()
    end_other_sessions(table.bob.user, None, at=table.at)
    assert look_after_rooms() == 0
    assert in_process_relay.renewed == [], "Bob is not in the room"
    in_process_relay.members[table.log_id] = frozenset({1, 2})
    assert look_after_rooms() == 0
    assert in_process_relay.renewed == [(table.log_id, 2, table.at + TICKET_LIFE)]
    assert in_process_relay.closed == []


def test_who_is_no_interviewer_any_more_is_sent_away(table: Table, in_process_relay: relay.Direct) -> None:
    table.begin()
    in_process_relay.members[table.log_id] = frozenset({1, 2})
    User.objects.filter(pk=table.bob.user.pk).update(is_interviewer=False)
    table.bob.user.refresh_from_db()
    assert look_after_rooms() == 1
    assert [number for _, number, _ in in_process_relay.closed] == [2]
    with pytest.raises(NotFound, match="no interviewer"):
        actions.admit(table.bob, table.at)


def test_a_card_that_comes_in_opens_colleagues_marks_at_once(
    table: Table, in_process_relay: relay.Direct
) -> None:
    table.end()
    PanelMember.objects.filter(user=table.bob.user).update(card_in_at=table.at)
    in_process_relay.regranted.clear()
    actions.regrant(table.interview)
    patterns = {number: {g.pattern for g in grants} for _, number, grants in in_process_relay.regranted}
    assert "mark:*" in patterns[2]
    assert "mark:*" not in patterns[1]
    assert not any("mark" in pattern for pattern in patterns[3])
    assert all(
        not g.write or g.pattern.startswith("notes:") for _, _, gs in in_process_relay.regranted for g in gs
    )
