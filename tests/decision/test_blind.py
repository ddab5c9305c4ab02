"""The blind rule, over every address that shows anything of an interview: until the own card is in, a reader's
pages are the same whatever the others have written, decided or said."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client

from otherside.decision import actions
from otherside.decision.actions import Wish
from otherside.interview.actions import give_number
from otherside.interview.models import Interview, PanelMember
from otherside.plan.actions import make_plan
from otherside.scorecard.models import Scorecard
from tests.access.routes import routes
from tests.support.cards import AT, card_in, draft, fields
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db

APPS = ("plan", "rubric", "scorecard", "decision")  # theirs are posted to as well
READ = ("desk", "hiring", "interview", "replay", "resume")
CHANGING = re.compile(r'(csrfmiddlewaretoken" value=")[^"]*|"saved_at": "[^"]*"|<time [^>]*>[^<]*</time>')


def addresses(apps: tuple[str, ...], known: dict[str, object]) -> list[str]:
    """Every address of these apps, with the ids of the case in it. A new route is in it by itself."""
    found = [route for route in routes() if route.name.split(":")[0] in apps]
    unknown = [route.name for route in found if not set(route.parts) <= set(known)]
    assert not unknown, f"{unknown} need an id that this test does not know"
    return [route.filled(known) for route in found]


def all_of(held: Interview, card: Scorecard) -> dict[str, object]:
    application = held.application
    return {
        "interview_id": held.pk, "application_id": application.pk, "card_id": card.pk, "round_id": held.round_id,
        "opening_id": application.opening_id, "candidate_id": application.candidate_id, "number": 1,
        "to": "closed", "verb": "up",
    }  # fmt: skip


def reading(
    client: Client, known: dict[str, object], *posted: str, read: tuple[str, ...] = READ
) -> dict[str, tuple[int, str]]:
    """What this reader gets of every address, by reading and by posting these forms; nothing of it stays."""
    asked = [("get", address) for address in addresses((*APPS, *read), known)]
    asked += [(form, address) for address in addresses(APPS, known) for form in posted]
    found = {}
    for method, address in asked:
        with transaction.atomic():
            answer = client.get(address) if method == "get" else client.post(address, FORMS[method])
            text = CHANGING.sub("", answer.content.decode())
            # What would be said on the next page is told here, and not there.
            text += "".join(str(message) for message in get_messages(answer.wsgi_request))
            client.cookies.pop("messages", None)
            # The number of a card just made is the database's next one, rolled back or not.
            goes_to = re.sub(r"/scorecards/\d+/", "/scorecards/N/", answer.headers.get("location", ""))
            found[f"{method} {address}"] = (answer.status_code, goes_to + text)
            transaction.set_rollback(True)
    return found


SECRETS = (
    "UNSEEN-WHY",
    "UNSEEN-WORDS",
    "UNSEEN-FLAG",
    "UNSEEN-TRAIT",
    "UNSEEN-COMMENT",
    "UNSEEN-VIEW",
    "UNSEEN-REASON",
)
FORMS = {
    "save": {"do": "save", "version": "0"},
    "submit": {"do": "submit", "version": "0", **fields()},
    "debrief": {"text": "x", "traits": "calm", "words": "x", "kind": "yes", "reason": "x", "seen": "0"},
}


def others_act(held: Interview, alice: User, priya: User | None) -> None:
    """Everything that others can do while the reader's card is not in."""
    values = fields(why="UNSEEN-WHY", flag="UNSEEN-FLAG", **{"flag-quote": "UNSEEN"})
    values["words-code"] = "UNSEEN-WORDS"
    card_in(held, alice, values)
    actions.vouch(held.application_id, alice, ["UNSEEN-TRAIT"], "UNSEEN-WORDS", at=AT)
    if priya is not None:
        for seen, kind in enumerate(("undecided", "one-more-round", "yes")):
            actions.note_view(held.application_id, priya, "UNSEEN-VIEW", at=AT)
            wish = Wish(kind=kind, reason="UNSEEN-REASON", seen=seen, focus=("design",), minutes=60)
            actions.decide(held.application_id, priya, wish, at=AT)


@pytest.mark.parametrize("own_draft", [False, True])
def test_bob_reads_the_same_whatever_the_others_did(
    held: Interview,
    alice: User,
    bob: User,
    priya: User,
    client_for: ClientFor,
    own_draft: bool,
) -> None:
    make_plan(held, alice, at=AT)
    if own_draft:
        draft(held, bob, fields(why="Bob's own"))
    hers = draft(held, alice, {"why": "UNSEEN-WHY"})
    known = all_of(held, hers)
    client = client_for(bob)
    before = reading(client, known, *FORMS)
    others_act(held, alice, priya)
    after = reading(client, known, *FORMS)
    assert len(before) >= 40
    for address in before:
        # The post that hands the own card in goes on to that card; its number is all that may be in the answer.
        assert before[address] == after[address], address
        assert not [secret for secret in SECRETS if secret in after[address][1]], address
    for form in FORMS:
        assert before[f"{form} /interviews/{held.pk}/scorecard/"][0] in {302, 409, 422}


def test_a_manager_on_the_panel_reads_the_same_as_well(
    held: Interview, alice: User, priya: User, client_for: ClientFor
) -> None:
    PanelMember.objects.create(interview=held, user=priya)
    give_number(held, priya)
    hers = draft(held, alice, {"why": "UNSEEN-WHY"})
    known = all_of(held, hers)
    client = client_for(priya)
    before = reading(client, known, "save")
    others_act(held, alice, None)
    assert reading(client, known, "save") == before


def test_the_same_reading_tells_them_apart_once_the_own_card_is_in(
    held: Interview, alice: User, bob: User, priya: User, client_for: ClientFor
) -> None:
    """So that the tests above are known to look at something."""
    card_in(held, bob)
    hers = draft(held, alice, {"why": "UNSEEN-WHY"})
    known = all_of(held, hers)
    client = client_for(bob)
    before = reading(client, known, "save")
    others_act(held, alice, priya)
    after = reading(client, known, "save")
    application = f"/applications/{held.application_id}/"
    debrief = f"get {application}debrief/"
    assert before[debrief] != after[debrief]
    assert "Offer" in after[f"get {application}"][1]
    assert "One more round" in after[f"get {application}"][1]
    for secret in SECRETS:
        if secret != "UNSEEN-COMMENT":
            assert secret in after[debrief][1], secret


def test_strangers_find_nothing_at_any_address_of_an_interview(
    held: Interview, alice: User, charlie: User, rosa: User, ada: User, client_for: ClientFor
) -> None:
    card = card_in(held, alice)
    assert Scorecard.objects.count() == 1
    known = all_of(held, card)
    for stranger in (charlie, rosa, ada):
        for address, (status, _) in reading(client_for(stranger), known, "submit", read=()).items():
            open_to_all = address.endswith(("/rubric/", "/policy/"))
            wrong_method = status == 405
            assert open_to_all or wrong_method or status == 404, (stranger.name, address, status)
    for address, (status, _) in reading(Client(), known, "submit", read=()).items():
        assert status in {302, 405}, address
