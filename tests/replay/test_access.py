"""Who sees the hour again: the panel and the hiring manager; others' marks after the own card; nobody's notes."""

import pytest

from otherside.interview.models import PanelMember
from otherside.kernel.errors import NotFound
from otherside.log.entry import NewEntry
from otherside.relay import client as relay
from otherside.replay.access import access_recording
from tests.support.cast import NOW, User
from tests.support.live_table import Table


def marks_for(held: Table, user: User) -> set[int]:
    found = access_recording(held.interview.pk, user)
    return {entry.actor for entry in found.entries() if entry.kind == "mark.set"}


def test_the_panel_sees_own_marks_and_all_once_the_card_is_in(held: Table) -> None:
    alice, bob = held.alice.user, held.bob.user
    assert marks_for(held, alice) == {1}
    assert marks_for(held, bob) == {2}
    PanelMember.objects.filter(user=bob).update(card_in_at=NOW)
    assert marks_for(held, bob) == {1, 2}
    assert marks_for(held, alice) == {1}


def test_the_hiring_manager_sees_what_the_panel_left(held: Table, priya: User) -> None:
    assert marks_for(held, priya) == {1, 2}


def test_recruiter_administrator_and_stranger_see_nothing(
    held: Table, rosa: User, ada: User, charlie: User
) -> None:
    for user in (rosa, ada, charlie):
        with pytest.raises(NotFound):
            access_recording(held.interview.pk, user)


def test_a_hiring_manager_on_the_panel_waits_for_the_card_like_everybody(held: Table, priya: User) -> None:
    from otherside.interview.models import Member

    PanelMember.objects.create(interview=held.interview, user=priya)
    Member.objects.create(interview=held.interview, number=9, user=priya, name=priya.name)
    assert marks_for(held, priya) == set()


def test_private_notes_are_their_writers_alone(held: Table, priya: User) -> None:
    for number in (1, 2):
        relay.append(held.log_id, [NewEntry(number, f"notes:{number}", "y.update", 1, b"\x00\x00")])

    def notes_for(user: User) -> set[str]:
        found = access_recording(held.interview.pk, user)
        return {entry.track for entry in found.entries() if entry.track.startswith("notes:")}

    assert notes_for(held.alice.user) == {"notes:1"}
    assert notes_for(held.bob.user) == {"notes:2"}
    assert notes_for(priya) == set()
