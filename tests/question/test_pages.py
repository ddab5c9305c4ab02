"""The bank's pages: interviewers and hiring managers read, recruiters and administrators see titles, others nothing."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from otherside.accounts.models import User
from otherside.kernel.errors import NotFound
from otherside.question.access import access_problem, bank_for
from otherside.question.edge import load_bank
from tests.support import cast
from tests.support.cast import ClientFor

BANK = reverse("question:bank")
PAGE = reverse("question:problem", args=["rate-limiter"])


def test_addresses_are_as_agreed() -> None:
    assert BANK == "/bank/"
    assert PAGE == "/bank/rate-limiter/"


def test_an_interviewer_finds_and_reads(alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    assert "Rate limiter" in client.get(BANK).text
    page = client.get(PAGE).text
    found = load_bank().problem("rate-limiter")
    for words in (found.hints[0].title, found.facts[0].ask, "Listen for:", "yours only", "Bursts"):
        assert words in page


@pytest.mark.parametrize("tab", ["interviewer", "candidate", "proof"])
def test_each_view_of_each_problem_is_there(alice: User, client_for: ClientFor, tab: str) -> None:
    client = client_for(alice)
    for problem_id in load_bank().problems:
        answer = client.get(reverse("question:problem", args=[problem_id]), {"tab": tab})
        assert answer.status_code == 200, problem_id


@pytest.mark.parametrize(
    ("address", "tabs", "words"),
    [
        ("charge-again", ("interviewer", "candidate", "proof"), "Teo"),
        ("your-project", ("interviewer", "candidate"), "Monday"),
        ("backend-engineer", ("interviewer",), "[six]"),
        ("lru-expiry", ("change",), "Mara"),
    ],
)
def test_the_other_kinds_are_there(
    alice: User, client_for: ClientFor, address: str, tabs: tuple[str, ...], words: str
) -> None:
    client = client_for(alice)
    for tab in tabs:
        answer = client.get(reverse("question:problem", args=[address]), {"tab": tab})
        assert answer.status_code == 200, tab
        assert words in answer.text or tab == "proof"
    assert client.get(reverse("question:problem", args=[address]), {"tab": "secrets"}).status_code == 404


def test_a_reviews_findings_are_not_in_the_candidates_view(alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    found = load_bank().review("charge-again")
    address = reverse("question:problem", args=["charge-again"])
    assert found.change.findings[0].what in client.get(address).text
    seen = client.get(address, {"tab": "candidate"}).text
    for finding in found.change.findings:
        assert finding.what not in seen
    assert "withRetries" in seen


def test_the_preview_is_what_the_candidate_sees(alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    found = load_bank().problem("rate-limiter")
    page = client.get(PAGE, {"tab": "candidate"}).text
    assert "at most <code>limit</code> calls" in page
    assert "a refused call does not count" not in page
    assert found.hints[1].text[:40] not in page
    assert "TokenBucket" not in page
    harder = client.get(PAGE, {"tab": "candidate", "revision": "1", "language": "go"}).text
    assert "TokenBucket" in harder
    assert "package main" in harder


def test_filters_narrow_the_list_down(alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    only_sql = client.get(BANK, {"language": "sql"}).text
    assert "Revenue by month" in only_sql
    assert "Rate limiter" not in only_sql
    nothing = client.get(BANK, {"language": "sql", "kind": "coding"}).text
    assert "Nothing in the bank is all of that at once." in nothing
    assert client.get(BANK, {"level": "<script>"}).status_code == 200


def test_recruiters_and_administrators_see_titles_only(rosa: User, ada: User, client_for: ClientFor) -> None:
    for user in (rosa, ada):
        client = client_for(user)
        page = client.get(BANK).text
        assert "Rate limiter" in page
        assert PAGE not in page
        assert client.get(PAGE).status_code == 404


def test_a_hiring_manager_reads(priya: User, client_for: ClientFor) -> None:
    assert client_for(priya).get(PAGE).status_code == 200


def test_nobody_else_learns_that_there_is_a_bank(db: None, client_for: ClientFor) -> None:
    eve = cast.person("Eve Nobody")
    for user in (eve, cast.person("Gone Person", is_interviewer=True, is_active=False)):
        with pytest.raises(NotFound):
            bank_for(user)
        with pytest.raises(NotFound):
            access_problem("rate-limiter", user)
    client = client_for(eve)
    assert client.get(BANK).status_code == 404
    assert client.get(PAGE).status_code == 404


def test_a_candidate_who_is_not_signed_in_is_sent_to_the_door(db: None) -> None:
    for address in (BANK, PAGE):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "login" in answer["Location"]


def test_missing_and_forbidden_look_the_same(rosa: User, alice: User, client_for: ClientFor) -> None:
    missing = client_for(alice).get("/bank/no-such-thing/")
    assert missing.status_code == 404
    with pytest.raises(NotFound) as forbidden:
        access_problem("no-such-thing", rosa)
    with pytest.raises(NotFound) as absent:
        access_problem("no-such-thing", alice)
    assert str(forbidden.value) == str(absent.value)


def test_an_unknown_view_is_not_there(alice: User, client_for: ClientFor) -> None:
    assert client_for(alice).get(PAGE, {"tab": "secrets"}).status_code == 404


def test_pages_ask_the_database_little(
    alice: User, client_for: ClientFor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_for(alice)
    with django_assert_max_num_queries(8):
        client.get(BANK)
    with django_assert_max_num_queries(8):
        client.get(PAGE)
