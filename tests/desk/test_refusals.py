"""Charlie, Dana and everybody else at every address of accounts, hiring, interview and desk.

The table is enumerated from the resolver: a new address without a line here fails.
"""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.interview import links
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview
from tests.support import cast

APPS = ("accounts", "hiring", "interview", "desk")

# Address → noun of the matrix that its GET or POST reads or writes. "any": whoever is signed in; "door": before that.
READS = {
    "accounts:me": "any", "accounts:people": "person", "accounts:invite": "person", "accounts:person": "person",
    "accounts:audit": "audit", "hiring:openings": "any", "hiring:candidates": "any",
    "hiring:opening": "opening", "hiring:candidate": "candidate",
    "interview:detail": "interview", "desk:day": "any", "desk:find": "any", "desk:opening": "opening",
    "desk:application": "application",
}  # fmt: skip
WRITES = {
    "accounts:end-session": "self", "accounts:end-others": "self", "accounts:withdraw": "person",
    "accounts:deactivate": "person", "accounts:reactivate": "person", "hiring:opening-new": "new",
    "hiring:opening-set": "opening", "hiring:opening-round-add": "opening", "hiring:opening-round": "opening",
    "hiring:opening-round-change": "opening", "hiring:move": "application",
    "desk:move": "interview", "desk:cancel": "interview", "interview:renew-links": "links", "desk:plan": "application",
    "desk:opening-add": "application",
}  # fmt: skip
DOORS = {"accounts:join", "accounts:setup"}


def addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, pattern.app_name or space)
        elif space in APPS:
            yield f"{space}:{pattern.name}", pattern


def url_of(name: str, pattern: URLPattern, hour: Interview, somebody: User) -> str:
    known = {
        "opening_id": hour.application.opening_id, "application_id": hour.application_id,
        "candidate_id": hour.application.candidate_id, "interview_id": hour.pk, "round_id": hour.round_id,
        "person_id": somebody.pk, "invitation_id": 1, "session_id": 987_654, "to": "closed", "verb": "up", "token": "x",
    }  # fmt: skip
    wanted = set(pattern.pattern.regex.groupindex) if hasattr(pattern.pattern, "_regex") else set()
    wanted |= set(getattr(pattern.pattern, "converters", {}))
    return reverse(name, kwargs={key: known[key] for key in wanted})


def test_every_address_has_a_line() -> None:
    assert {name for name, _ in addresses()} == set(READS) | set(WRITES) | DOORS


@pytest.fixture
def cast_of(
    hour: Interview, alice: User, charlie: User, priya: User, rosa: User, ada: User, db: None
) -> dict[User, set[Standing]]:
    otto = cast.person("Otto Recruiter", is_recruiter=True)
    mona = cast.person("Mona Manager", is_hiring_manager=True)
    return {
        alice: {Standing.PANEL}, charlie: set(), priya: {Standing.HIRING_MANAGER}, rosa: {Standing.RECRUITER},
        ada: {Standing.ADMINISTRATOR}, otto: {Standing.OTHER_RECRUITER}, mona: set(),
    }  # fmt: skip


def may(noun: str, held: set[Standing], user: User, *, to_write: bool) -> bool:
    if noun == "any":
        return True
    if noun == "self":
        return False  # the session number 1 is nobody's here; see accounts
    if noun == "new":
        return user.is_recruiter or user.is_hiring_manager or user.is_administrator
    row = MATRIX[noun]
    return row.writes(held) if to_write else row.reads(held)


@pytest.mark.parametrize("name", sorted(READS))
def test_reading_is_the_matrix(
    name: str, cast_of: dict[User, set[Standing]], hour: Interview, client_for: cast.ClientFor, alice: User
) -> None:
    pattern = dict(addresses())[name]
    url = url_of(name, pattern, hour, alice)
    for user, held in cast_of.items():
        expected = 200 if may(READS[name], held, user, to_write=False) else 404
        assert client_for(user).get(url).status_code == expected, (user.name, url)


@pytest.mark.parametrize("name", sorted(WRITES))
def test_who_may_not_write_is_refused(
    name: str, cast_of: dict[User, set[Standing]], hour: Interview, client_for: cast.ClientFor, alice: User
) -> None:
    pattern = dict(addresses())[name]
    url = url_of(name, pattern, hour, alice)
    if name == "accounts:end-others":
        return  # everybody ends the own sessions
    for user, held in cast_of.items():
        if not may(WRITES[name], held, user, to_write=True):
            body = {"seen": "interviewing", "to": "closed", "closing": "hired", "name": "X", "email": "x@example.org",
                    "time_zone": "UTC", "new-name": "X", "new-kind": "coding", "new-minutes": "60", "kind": "coding",
                    "minutes": "60", "zone": "UTC", "lead": str(alice.pk)}  # fmt: skip
            assert client_for(user).post(url, body).status_code == 404, (user.name, url)


@pytest.mark.parametrize("name", sorted({*READS, *WRITES}))
def test_whoever_is_not_signed_in_is_sent_to_the_door(name: str, hour: Interview, alice: User) -> None:
    url = url_of(name, dict(addresses())[name], hour, alice)
    for response in (Client().get(url), Client().post(url)):
        assert response.status_code in {302, 405}
        if response.status_code == 302:
            assert response["location"].startswith("/account/login/")


def test_danas_links_open_nothing_of_the_desk(hour: Interview, client_for: cast.ClientFor) -> None:
    """A candidate has a link and no session: after visiting it she is still nobody here."""
    dana = Client()
    dana.get(links.room_path(hour))
    for name, pattern in addresses():
        if name not in DOORS:
            response = dana.get(url_of(name, pattern, hour, cast.User(pk=1)))
            assert response.status_code in {302, 405}, name


def test_a_strange_method_is_no_way_in(hour: Interview, charlie: User, client_for: cast.ClientFor) -> None:
    client = client_for(charlie)
    for method in ("put", "patch", "delete"):
        assert getattr(client, method)(f"/interviews/{hour.pk}/").status_code in {404, 405}
