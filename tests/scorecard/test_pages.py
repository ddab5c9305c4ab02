"""The pages of a card: written without a script, saved by one, handed in, read."""

import pytest

from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.scorecard.limits import WORDS
from otherside.scorecard.models import Scorecard
from tests.support.cards import card_in, draft, fields
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db


def test_a_card_is_written_and_handed_in_without_a_script(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{held.pk}/scorecard/"
    text = client.get(address).content.decode()
    assert "Restates your view fairly before answering it" in text  # a senior's anchor: the opening's level
    assert "Nothing written yet" in text
    assert client.post(address, {"do": "save", "version": "0", "why": "Calm."}).status_code == 302
    assert "Draft saved" in client.get(address).content.decode()
    refused = client.post(
        address, {"do": "submit", "version": "1", "why": "Calm.", "words-code": "typed just now"}
    )
    assert refused.status_code == 422
    assert "a rating for working together, which every card has" in refused.content.decode()
    assert "typed just now" in refused.content.decode()
    version = Scorecard.objects.get().version
    done = client.post(address, {"do": "submit", "version": str(version), **fields()})
    card = Scorecard.objects.get()
    assert (done.status_code, done.headers["location"]) == (302, f"/scorecards/{card.pk}/")
    assert client.get(address).headers["location"] == f"/scorecards/{card.pk}/"
    text = client.get(f"/scorecards/{card.pk}/").content.decode()
    assert "nobody can change it" in text
    assert f"/interviews/{held.pk}/replay/?hour=724000" in text


def test_the_script_saves_and_hears_of_the_other_tab(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{held.pk}/scorecard/draft/"
    first = client.post(address, {"version": "0", "why": "One"}).json()
    assert (first["version"], first["fields"]["why"], first["clashes"]) == (1, "One", {})
    assert "your recommendation" in first["missing"]
    second = client.post(address, {"version": "0", "why": "Two", "flag": "x"}).json()
    assert second["clashes"] == {"why": {"theirs": "One", "mine": "Two"}}
    assert second["fields"]["flag"] == "x"
    refused = client.post(address, {"version": "x"}, headers={"accept": "application/json"})
    assert refused.status_code == 422
    assert "message" in refused.json()["error"]


def test_without_a_script_both_texts_stand_on_the_page(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{held.pk}/scorecard/"
    client.post(address, {"do": "save", "version": "0", "why": "One"})
    page = client.post(address, {"do": "save", "version": "0", "why": "Two", "words-code": "new"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "One" in text
    assert "Two" in text
    assert Scorecard.objects.get().fields["words-code"] == "new"
    assert client.post(address, {"do": "save", "version": "2", "why": "Two"}).status_code == 302
    assert Scorecard.objects.get().fields["why"] == "Two"


def test_a_field_too_long_keeps_nothing_else_from_being_saved(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client, long = client_for(alice), "x" * 6_023
    address = f"/interviews/{held.pk}/scorecard/"
    assert f'maxlength="{int(WORDS)}"' in client.get(address).content.decode()
    typed = {"words-code": long, "why": "Calm.", "value-code": "4", "pick-code": "12:04 chose"}
    for verb, version in (("add:code", "0"), ("save", "1"), ("submit", "1")):
        page = client.post(address, {"do": verb, "version": version, **typed, "moments-code": "12:04 chose"})
        assert page.status_code == 422
        text = page.content.decode()
        assert "6,023 characters, at most 4,000" in text
        assert long in text
    saved = Scorecard.objects.get().fields
    assert (saved["why"], saved["value-code"], saved["words-code"]) == ("Calm.", "4", "")
    assert "12:04 chose" in saved["moments-code"]
    answer = client.post(f"{address}draft/", {"version": "1", **typed, "flag": "x"}).json()
    assert "6,023 characters" in answer["overlong"]
    assert "words-code" not in answer["fields"]
    assert answer["fields"]["flag"] == "x"


def test_a_moment_without_its_time_is_said_and_kept(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{held.pk}/scorecard/"
    values = fields() | {"moments-code": "when it broke"}
    page = client.post(address, {"do": "submit", "version": "0", **values})
    assert page.status_code == 422
    assert "has no time in front" in page.content.decode()
    assert "when it broke" in client.get(address).content.decode()


def test_a_mark_is_put_under_a_signal_by_a_button(
    held: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{held.pk}/scorecard/"
    done = client.post(address, {"do": "add:code", "version": "0", "pick-code": "12:04 chose the log"})
    assert done.headers["location"].endswith("#code")
    assert Scorecard.objects.get().fields["moments-code"] == "12:04 chose the log"


def test_a_cancelled_interview_has_no_card(hour: Interview, alice: User, client_for: ClientFor) -> None:
    hour.state = State.CANCELLED.value
    hour.save(update_fields=["state"])
    assert client_for(alice).get(f"/interviews/{hour.pk}/scorecard/").status_code == 409


def test_pages_of_cards_ask_few_questions_of_the_database(
    held: Interview, alice: User, bob: User, client_for: ClientFor, django_assert_max_num_queries: object
) -> None:
    card = card_in(held, alice)
    draft(held, bob)
    his, hers = client_for(bob), client_for(alice)
    with django_assert_max_num_queries(20):
        assert his.get(f"/interviews/{held.pk}/scorecard/").status_code == 200
    with django_assert_max_num_queries(20):
        assert hers.get(f"/scorecards/{card.pk}/").status_code == 200
