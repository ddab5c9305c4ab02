"""Charlie and Dana are refused everywhere, on every route that the resolver knows."""

from pathlib import Path

import pytest
from django.test import Client

from otherside.interview.links import AFTER, ROOM, token
from tests.access.routes import BY_TOKEN, OPEN, REFUSED_TO_CHARLIE, SIGNED_IN, routes
from tests.support import cast
from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]

ROUTES = routes()
pytestmark = pytest.mark.usefixtures("in_process_relay")


@pytest.fixture
def values(hour: cast.Interview, alice: cast.User) -> dict[str, object]:
    return {
        "interview_id": hour.pk, "application_id": hour.application_id, "round_id": hour.round_id,
        "opening_id": hour.application.opening_id, "candidate_id": hour.application.candidate_id,
        "person_id": alice.pk, "invitation_id": 1, "session_id": 998_877, "card_id": 1, "message_id": 1,
        "problem_id": "rate-limiter", "number": 1, "ban_id": 1, "likeness_id": 1, "to": "closed", "verb": "remove", "word": "ticket",
        "token": token(ROOM, hour), "key": "x", "uidb36": "1",
    }  # fmt: skip


def test_every_route_is_in_exactly_one_table() -> None:
    tables = [OPEN, BY_TOKEN, SIGNED_IN, REFUSED_TO_CHARLIE]
    for route in ROUTES:
        assert sum(route.name in table for table in tables) == 1, f"say who is refused at {route}"
    gone = frozenset().union(*tables) - {route.name for route in ROUTES}
    assert not gone, f"these are no routes any more: {sorted(gone)}"


HEADERS = {"once": "7d9c1a52-once", "accept": "application/json"}
NOWHERE = 987_654


def answers(client: Client, address: str) -> list[tuple[int, str]]:
    """Status and text of a GET and a POST."""
    found = [
        client.get(address, headers=HEADERS),
        client.post(address, "{}", content_type="application/json", headers=HEADERS),
    ]
    return [
        (answer.status_code, (b"" if answer.streaming else answer.content).decode(errors="replace"))
        for answer in found
    ]


def without_ids(text: str, values: dict[str, object]) -> str:
    for key, value in values.items():
        if key.endswith("_id"):
            text = text.replace(str(value), "N")
    return text


def test_charlie_learns_nothing(
    values: dict[str, object], charlie: cast.User, client_for: cast.ClientFor
) -> None:
    """He gets no page, and of what is there he is told the very words that he is told of what is not."""
    client = client_for(charlie)
    elsewhere = {key: NOWHERE if key.endswith("_id") else value for key, value in values.items()}
    for route in ROUTES:
        if route.name not in REFUSED_TO_CHARLIE:
            continue
        told = answers(client, route.filled(values))
        told_of_nothing = answers(client, route.filled(elsewhere))
        assert {status for status, _ in told} <= {404, 405, 422}, f"{route}: {told}"
        for (status, text), (other_status, other_text) in zip(told, told_of_nothing, strict=True):
            assert status == other_status, route
            assert without_ids(text, values) == without_ids(other_text, elsewhere), route


def test_dana_has_no_way_in_but_her_link(values: dict[str, object], client: Client) -> None:
    """Without an account: a page of the company sends her to the sign-in, or says that there is nothing."""
    dana = client
    dana.get(f"/c/{values['token']}/")
    for route in ROUTES:
        if route.name not in REFUSED_TO_CHARLIE | SIGNED_IN:
            continue
        for answer in (dana.get(route.filled(values)), dana.post(route.filled(values), headers=HEADERS)):
            # 409: the room's buttons answer in JSON that somebody was signed out.
            assert answer.status_code in {302, 403, 404, 405, 409}, f"{route}: {answer.status_code}"
            if answer.status_code == 302:
                assert "/account/login/" in answer.headers["Location"], route


def test_a_link_opens_its_own_room_and_no_other(
    values: dict[str, object], hour: cast.Interview, client: Client
) -> None:
    """A guessed token, one cut short, and the link of the other purpose open nothing."""
    right = token(ROOM, hour)
    other_end = "A" if right[-1] != "A" else "B"
    for route in ROUTES:
        if route.name not in BY_TOKEN:
            continue
        purpose = ROOM if route.template.startswith("/after/") else AFTER
        for wrong in (token(purpose, hour), right[:-1] + other_end, right[:30], "x" * 45):
            found = {status for status, _ in answers(client, route.filled({**values, "token": wrong}))}
            assert found <= {404, 405}, f"{route} with {wrong}: {found}"


def test_the_panels_words_are_not_the_candidates(values: dict[str, object], client: Client) -> None:
    words = ["hint", "fact", "mark", "probe", "segment", "reveal", "pause", "resume", "begin", "end"]
    for word in words:
        answer = client.post(f"/c/{values['token']}/room/{word}", "{}", content_type="application/json")
        assert answer.status_code == 404, word


def test_this_file_stands_beside_every_app() -> None:
    """The tables name each app that has pages, so an app without an entry here was forgotten."""
    with_pages = {path.parent.name for path in Path("src/otherside").glob("*/urls.py")} - {"web", "demo"}
    named = {name.split(":")[0] for name in OPEN | BY_TOKEN | SIGNED_IN | REFUSED_TO_CHARLIE if ":" in name}
    assert with_pages <= named
