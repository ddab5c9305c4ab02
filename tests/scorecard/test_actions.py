"""Opening, saving and handing in a card; who may not; two at once."""

from collections.abc import Callable

import pytest

from otherside.accounts.models import AuditEntry
from otherside.interview.models import PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, NotFound
from otherside.scorecard import actions
from otherside.scorecard.access import access_card, cards_for, cards_of, may_read_others
from otherside.scorecard.card import NotComplete
from otherside.scorecard.limits import REVISIONS
from otherside.scorecard.models import Draft, Scorecard
from tests.accounts.test_races import at_once
from tests.support.cards import AT, card_in, draft, fields
from tests.support.cast import Interview, User

pytestmark = pytest.mark.django_db


def test_a_draft_is_saved_and_handed_in_once(held: Interview, alice: User) -> None:
    card = draft(held, alice)
    assert (card.version, card.submitted_at) == (1, None)
    done = actions.submit(held.pk, alice, version=1, at=AT)
    assert done.submitted_at == AT
    assert PanelMember.objects.get(interview=held, user=alice).card_in_at == AT
    assert not Draft.objects.filter(card=card).exists()
    line = AuditEntry.objects.get(action="scorecard.submitted")
    assert (line.actor_id, line.noun_id, line.detail) == (alice.pk, str(card.pk), {"interview": held.pk})
    with pytest.raises(Conflict, match="is in already"):
        actions.submit(held.pk, alice, version=1, at=AT)
    with pytest.raises(Conflict, match="cannot be changed"):
        actions.save_draft(held.pk, alice, fields(why="Other"), version=1, at=AT)


def test_saving_the_same_again_makes_no_version(held: Interview, alice: User) -> None:
    card = draft(held, alice)
    again = actions.save_draft(held.pk, alice, fields(), version=card.version, at=AT)
    assert again.card.version == card.version


def test_an_incomplete_card_stays_a_draft(held: Interview, alice: User) -> None:
    card = draft(held, alice, fields({"code": 4}))
    with pytest.raises(NotComplete, match="a rating for working together"):
        actions.submit(held.pk, alice, version=card.version, at=AT)
    assert PanelMember.objects.get(interview=held, user=alice).card_in_at is None


def test_a_card_goes_in_after_the_hour(hour: Interview, in_process_relay: object, alice: User) -> None:
    card = draft(hour, alice)
    with pytest.raises(Conflict, match="hour has not ended"):
        actions.submit(hour.pk, alice, version=card.version, at=AT)
    hour.state = State.CANCELLED.value
    hour.save(update_fields=["state"])
    with pytest.raises(Conflict):
        actions.submit(hour.pk, alice, version=card.version, at=AT)


def test_two_tabs_lose_nothing(held: Interview, alice: User) -> None:
    start = actions.open_card(held.pk, alice, at=AT)
    first = actions.save_draft(held.pk, alice, {"why": "One", "flag": "x"}, version=start.version, at=AT)
    second = actions.save_draft(
        held.pk, alice, {"words-code": "Two", "why": "Three"}, version=start.version, at=AT
    )
    assert second.card.fields["flag"] == "x"
    assert second.card.fields["words-code"] == "Two"
    assert second.card.fields["why"] == "One"
    assert (second.clashes["why"].theirs, second.clashes["why"].mine) == ("One", "Three")
    assert second.card.version == first.card.version + 1
    with pytest.raises(Conflict, match="Another tab"):
        actions.submit(held.pk, alice, version=first.card.version, at=AT)


def test_old_drafts_go_and_a_tab_that_is_older_is_asked(held: Interview, alice: User) -> None:
    card = actions.open_card(held.pk, alice, at=AT)
    for n in range(int(REVISIONS) + 3):
        card = actions.save_draft(held.pk, alice, {"why": f"{n}"}, version=card.version, at=AT).card
    assert Draft.objects.filter(card=card).count() == int(REVISIONS)
    late = actions.save_draft(held.pk, alice, {"why": "late"}, version=0, at=AT)
    assert late.clashes["why"].mine == "late"


def test_charlie_cannot_open_or_read_a_card(held: Interview, alice: User, charlie: User) -> None:
    card = card_in(held, alice)
    for act in (
        lambda: actions.open_card(held.pk, charlie, at=AT),
        lambda: actions.submit(held.pk, charlie, version=1, at=AT),
        lambda: access_card(card.pk, charlie),
    ):
        with pytest.raises(NotFound):
            act()
    assert cards_for(held, charlie) == []


def test_others_cards_open_with_the_own(
    held: Interview, alice: User, bob: User, priya: User, rosa: User, ada: User
) -> None:
    application = held.application
    card = card_in(held, alice)
    with pytest.raises(NotFound):
        access_card(card.pk, bob)
    assert (cards_for(held, bob), cards_of(application, bob)) == ([], [])
    assert access_card(card.pk, priya) == card
    for outsider in (rosa, ada):
        with pytest.raises(NotFound):
            access_card(card.pk, outsider)
        assert cards_of(application, outsider) == []
    card_in(held, bob)
    assert access_card(card.pk, bob) == card
    assert len(cards_for(held, bob)) == 2


def test_a_draft_is_read_by_its_author_alone(held: Interview, alice: User, bob: User, priya: User) -> None:
    card = draft(held, alice)
    card_in(held, bob)
    assert access_card(card.pk, alice) == card
    for reader in (bob, priya):
        with pytest.raises(NotFound):
            access_card(card.pk, reader)


def test_a_manager_on_the_panel_is_as_blind_as_the_rest(held: Interview, alice: User, priya: User) -> None:
    card = card_in(held, alice)
    PanelMember.objects.create(interview=held, user=priya)
    assert not may_read_others(held.application, priya)
    with pytest.raises(NotFound):
        access_card(card.pk, priya)


def test_who_lost_the_role_or_left_reads_nothing(held: Interview, alice: User, priya: User) -> None:
    card_in(held, alice)
    assert may_read_others(held.application, priya)
    priya.is_active = False
    assert not may_read_others(held.application, priya)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once(held: Interview, alice: User) -> None:
    start = actions.open_card(held.pk, alice, at=AT)

    def save(values: dict[str, str]) -> Callable[[], object]:
        return lambda: actions.save_draft(held.pk, alice, values, version=start.version, at=AT)

    at_once(save({"words-code": "one"}), save({"words-depth": "two"}), save({"why": "three"}))
    card = Scorecard.objects.get(pk=start.pk)
    assert (card.fields["words-code"], card.fields["words-depth"], card.fields["why"]) == (
        "one",
        "two",
        "three",
    )
    assert card.version == start.version + 3


@pytest.mark.django_db(transaction=True)
def test_a_card_goes_in_once_and_is_opened_once(held: Interview, alice: User, bob: User) -> None:
    at_once(*[lambda: actions.open_card(held.pk, bob, at=AT)] * 3)
    assert Scorecard.objects.filter(author=bob).count() == 1
    card = draft(held, alice)
    came = at_once(*[lambda: actions.submit(held.pk, alice, version=card.version, at=AT)] * 3)
    assert sum(isinstance(outcome, Scorecard) for outcome in came) == 1
    assert AuditEntry.objects.filter(action="scorecard.submitted").count() == 1
