"""Who finds an interview: every standing against every noun, as the matrix has it."""

import re
from datetime import timedelta

import pytest

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.interview import access, limits, links
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import NotFound
from tests.support import cast
from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]

NOUNS = (
    "interview",
    "links",
    "plan",
    "room",
    "replay",
    "own-card",
    "cards",
    "debrief",
    "resume",
    "probes",
    "outcome",
)


@pytest.fixture
def people(
    hour: Interview, alice: User, charlie: User, priya: User, rosa: User, ada: User, db: None
) -> dict[User, set[Standing]]:
    """Everybody who might ask, with how they stand to Dana's hour."""
    other_recruiter = cast.person("Otto Recruiter", is_recruiter=True)
    other_manager = cast.person("Mona Manager", is_hiring_manager=True)
    return {
        alice: {Standing.PANEL},
        charlie: set(),
        priya: {Standing.HIRING_MANAGER},
        rosa: {Standing.RECRUITER},
        ada: {Standing.ADMINISTRATOR},
        other_recruiter: {Standing.OTHER_RECRUITER},
        other_manager: set(),
    }


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("card_in", [False, True])
@pytest.mark.parametrize("to_write", [False, True])
def test_access_is_the_matrix(
    noun: str, card_in: bool, to_write: bool, people: dict[User, set[Standing]], hour: Interview
) -> None:
    if card_in:
        PanelMember.objects.filter(interview=hour).update(card_in_at=cast.NOW)
    for user, held in people.items():
        row = MATRIX[noun]
        expected = row.writes(held) if to_write else row.reads(held, card_in=card_in)
        if expected:
            assert access.access_for(noun, hour.pk, user, to_write=to_write) == hour
        else:
            with pytest.raises(NotFound):
                access.access_for(noun, hour.pk, user, to_write=to_write)


def test_the_page_links_only_to_what_opens(
    people: dict[User, set[Standing]],
    hour: Interview,
    client_for: cast.ClientFor,
    in_process_relay: object,
) -> None:
    for user, held in people.items():
        if not MATRIX["interview"].reads(held):
            continue
        client = client_for(user)
        html = client.get(f"/interviews/{hour.pk}/").content.decode()
        for address in re.findall(r'<a class="button[^"]*" href="([^"]+)"', html):
            assert client.get(address).status_code < 400, (user.name, address)
        assert ("/prepare/" in html) == MATRIX["plan"].reads(held)


def test_lists_hold_what_access_opens(people: dict[User, set[Standing]], hour: Interview) -> None:
    for user, held in people.items():
        assert (hour in access.interviews_for(user)) == MATRIX["interview"].reads(held)


def test_who_is_deactivated_finds_nothing(hour: Interview, alice: User) -> None:
    alice.is_active = False
    with pytest.raises(NotFound):
        access.access_interview(hour.pk, alice)
    with pytest.raises(NotFound):
        access.access_as_panel(hour.pk, alice)
    assert not access.interviews_for(alice)


def test_who_lost_the_role_finds_nothing(hour: Interview, rosa: User) -> None:
    rosa.is_recruiter = False
    with pytest.raises(NotFound):
        access.access_interview(hour.pk, rosa)


def test_the_panel_has_its_member_numbers(hour: Interview, alice: User, bob: User, priya: User) -> None:
    assert access.access_as_panel(hour.pk, alice)[1].number == 1
    assert access.access_as_panel(hour.pk, bob)[1].number == 2
    with pytest.raises(NotFound):
        access.access_as_panel(hour.pk, priya)


def test_a_former_panel_member_is_refused_and_keeps_the_number(hour: Interview, bob: User) -> None:
    PanelMember.objects.filter(user=bob).delete()
    with pytest.raises(NotFound):
        access.access_as_panel(hour.pk, bob)


def test_danas_link_opens_the_room_until_the_hour_ends(hour: Interview) -> None:
    token = links.token(links.ROOM, hour)
    found, member = access.access_by_room_token(token, cast.NOW)
    assert (found, member.is_candidate, member.number) == (hour, True, 3)
    Interview.objects.filter(pk=hour.pk).update(state=State.ENDED, ended_at=cast.NOW)
    with pytest.raises(access.LinkEnded, match="ended"):
        access.access_by_room_token(token, cast.NOW)


def test_the_rooms_link_ends_long_after_a_time_at_which_nobody_came(hour: Interview) -> None:
    token = links.token(links.ROOM, hour)
    assert hour.starts_at is not None
    late = hour.starts_at + timedelta(days=int(limits.ROOM_LINK_DAYS_MAX))
    assert access.access_by_room_token(token, late)[0] == hour
    with pytest.raises(access.LinkEnded, match="Ask whoever invited you"):
        access.access_by_room_token(token, late + timedelta(minutes=1))
    Interview.objects.filter(pk=hour.pk).update(starts_at=late)
    assert access.access_by_room_token(token, late + timedelta(minutes=1))[0] == hour


def test_danas_other_link_opens_afterwards_for_a_year(hour: Interview) -> None:
    token = links.token(links.AFTER, hour)
    with pytest.raises(access.LinkEnded, match="opens when"):
        access.access_by_after_token(token, cast.NOW)
    Interview.objects.filter(pk=hour.pk).update(state=State.ENDED, ended_at=cast.NOW)
    assert access.access_by_after_token(token, cast.NOW)[0] == hour
    with pytest.raises(access.LinkEnded, match="365 days"):
        access.access_by_after_token(token, cast.NOW + timedelta(days=366))


def test_a_cancelled_hour_says_so(hour: Interview) -> None:
    Interview.objects.filter(pk=hour.pk).update(state=State.CANCELLED)
    with pytest.raises(access.LinkEnded, match="cancelled"):
        access.access_by_room_token(links.token(links.ROOM, hour), cast.NOW)


@pytest.mark.parametrize("text", ["", ".", "x" * 45, "A" * 22 + "." + "B" * 22, "%00", "ü.ü"])
def test_what_is_no_token_finds_nothing(text: str, hour: Interview) -> None:
    with pytest.raises(NotFound):
        access.access_by_room_token(text, cast.NOW)


def test_the_rooms_link_is_not_the_link_of_after(hour: Interview) -> None:
    with pytest.raises(NotFound):
        access.access_by_after_token(links.token(links.ROOM, hour), cast.NOW)
