import pytest

from otherside.accounts.models import User
from otherside.desk.access.find import find
from otherside.kernel.clock import utc_now
from tests.support import cast
from tests.support.company import Company, company


@pytest.fixture
def whole(alice: User, bob: User, rosa: User, priya: User) -> Company:
    return company(alice, bob, rosa, priya, now=utc_now())


def titles(query: str, user: User) -> dict[str, list[str]]:
    return {group.title: [each.words for each in group.found] for group in find(query, user)}


def test_rosa_finds_dana_in_every_kind(whole: Company, rosa: User) -> None:
    found = titles("okonjo", rosa)
    assert found == {
        "Interviews": ["Dana Okonjo, First coding"],
        "Applications": ["Dana Okonjo"],
        "Candidates": ["Dana Okonjo"],
    }


def test_alice_finds_only_what_she_interviews(whole: Company, alice: User) -> None:
    assert "Candidates" not in titles("okonjo", alice)
    assert titles("brandt", alice) == {}  # Bob's


@pytest.mark.parametrize("who", ["charlie", "ada"])
def test_strangers_find_no_candidate(who: str, request: pytest.FixtureRequest, whole: Company) -> None:
    found = titles("okonjo", request.getfixturevalue(who))
    assert set(found) <= {"Places"}


def test_only_administrators_find_people_and_their_places(whole: Company, ada: User, rosa: User) -> None:
    assert titles("lindqvist", ada)["People"] == ["Alice Lindqvist"]
    assert "People" not in titles("lindqvist", rosa)
    assert titles("audit", ada)["Places"] == ["Audit trail"]
    assert "Places" not in titles("audit", rosa)


def test_every_address_answers(
    whole: Company, rosa: User, priya: User, ada: User, alice: User, client_for: cast.ClientFor
) -> None:
    for user in (rosa, priya, ada, alice):
        client = client_for(user)
        for query in ("", "senior", "okonjo", "lindqvist"):
            for group in find(query, user):
                for each in group.found:
                    assert client.get(each.url).status_code == 200, each.url


def test_problems_are_found_by_title(alice: User) -> None:
    assert titles("limiter", alice).get("Problems")


def test_the_palette_gets_the_results_alone(alice: User, client_for: cast.ClientFor) -> None:
    client = client_for(alice)
    whole_page = client.get("/find/?q=day").content.decode()
    part = client.get("/find/?q=day", headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole_page
    assert "<html" not in part
    assert "Your day" in part


def test_an_odd_query_is_only_a_query(alice: User, client_for: cast.ClientFor) -> None:
    for query in ("%", "'; drop table", "\x00", "🦉" * 200, "<script>"):
        response = client_for(alice).get("/find/", {"q": query})
        assert response.status_code == 200
        assert b"<script>" not in response.content.replace(b"<script src", b"")
