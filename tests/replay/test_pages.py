"""The replay as pages: a list that can be read, a search, and the recording's JSON."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client

from otherside.hiring.models import Round
from otherside.interview.models import Interview, PanelMember
from otherside.live.templatetags import room
from otherside.log.entry import NewEntry
from otherside.relay import client as relay
from otherside.replay import access, views
from otherside.replay.search import search
from tests.support import cast
from tests.support.cast import ClientFor, User
from tests.support.live_table import Table


@pytest.fixture(autouse=True)
def front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "built", lambda name: ({"file": f"{name}.js"}, [{"file": f"{name}.js"}]))


def url(table: Table, what: str = "replay") -> str:
    return f"/interviews/{table.interview.pk}/{what}/"


def test_the_hour_can_be_read_without_javascript(held: Table, client_for: ClientFor) -> None:
    page = client_for(held.alice.user).get(url(held)).content.decode()
    for told in (
        "The hour began",
        "Hint 1, said aloud",
        "Run: 1 of 2 tests pass",
        "+ Tested first",
        "The hour ended",
    ):
        assert told in page
    assert "Interrupts" not in page  # Bob's mark, while Alice's card is out
    assert page.index("The hour began") < page.index("The hour ended")


def test_words_are_found_in_runs_and_typing(held: Table, client_for: ClientFor) -> None:
    alice = client_for(held.alice.user)
    ran = alice.get(url(held), {"q": "retry_after = 7"}).content.decode()
    assert ran.count("Run: 1 of 2 tests pass") == 2
    assert "Typed" in alice.get(url(held), {"q": "Hello. This pad"}).content.decode()
    assert "Nothing found" in alice.get(url(held), {"q": "zebra"}).content.decode()
    assert alice.get(url(held), {"q": "x" * 121}).status_code == 413
    assert alice.get(url(held), {"at": "-1"}).status_code == 422


def test_a_moment_is_asked_for_by_the_hours_clock_as_the_scorecard_has_it(
    held: Table, client_for: ClientFor
) -> None:
    alice = client_for(held.alice.user)
    begun_ms = held.hour.begun_ms
    assert begun_ms is not None
    assert config_of(alice.get(url(held), {"hour": "724000"}))["atMs"] == 724_000 + begun_ms
    assert config_of(alice.get(url(held), {"hour": "-7200000"}))["atMs"] == 0
    assert alice.get(url(held), {"hour": "--1"}).status_code == 422
    page = alice.get(url(held)).content.decode()
    assert "-00:0" in page or 'at=0">00:00</a>' in page  # the lobby lies before the hour


def config_of(page: HttpResponse) -> dict[str, object]:
    return dict(json.loads(page.content.decode().split('id="replay-config">')[1].split("</script>")[0]))


def test_the_recording_is_whole_and_verified(held: Table, client_for: ClientFor) -> None:
    answer = client_for(held.alice.user).get(url(held, "recording"))
    told = answer.json()
    assert told["chain"]["verified"] is True
    assert told["chain"]["entries"] == len(held.entries())
    assert told["next"] is None
    assert [m["side"] for m in told["members"]] == ["panel", "panel", "candidate"]
    assert {e["kind"] for e in told["entries"]} >= {"hour.opened", "run.finished", "mark.set", "hour.ended"}
    assert len(told["updates"]) == 2


def test_the_recording_comes_in_pages(
    held: Table, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PAGE_BYTES_MAX", 500)
    alice = client_for(held.alice.user)
    entries, first = [], 0
    while first is not None:
        told = alice.get(url(held, "recording"), {"from": first}).json()
        entries += told["entries"]
        first = told["next"]
    assert entries[0]["kind"] == "hour.opened"
    assert entries[-1]["kind"] == "hour.ended"


def test_the_chain_is_verified_once_for_the_pages_of_a_recording(
    held: Table, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PAGE_BYTES_MAX", 500)
    verified: list[str] = []
    verify = relay.verify
    monkeypatch.setattr(relay, "verify", lambda log_id: verified.append(log_id) or verify(log_id))
    alice, first = client_for(held.alice.user), 0
    while first is not None:
        told = alice.get(url(held, "recording"), {"from": first}).json()
        assert told["chain"]["verified"] is True
        first = told["next"]
    assert verified == [held.log_id]
    relay.append(
        held.log_id, [NewEntry(1, "help", "help.said", 1, b'{"question":"lru","step":1,"text":"More"}')]
    )
    assert alice.get(url(held, "recording")).json()["chain"]["entries"] == len(held.entries())
    assert len(verified) == 2


def test_the_same_search_is_made_once_and_never_for_another_reader(
    held: Table, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(access, "search", lambda entries, words: made.append(words) or search(entries, words))
    alice, bob = client_for(held.alice.user), client_for(held.bob.user)
    for _ in range(2):
        assert "Nothing found" in alice.get(url(held), {"q": "Interrupts"}).content.decode()
    assert made == ["Interrupts"]
    assert "Nothing found" not in bob.get(url(held), {"q": "Interrupts"}).content.decode()
    assert made == ["Interrupts", "Interrupts"]


def test_a_manager_reads_marks_unless_they_owe_a_card_of_another_round(
    held: Table, client_for: ClientFor, priya: User
) -> None:
    assert "Interrupts" in client_for(priya).get(url(held)).content.decode()
    application = held.interview.application
    second = Round.objects.create(opening=application.opening, ordinal=9, name="Second", kind="coding")
    hour = Interview.objects.create(application=application, round=second, created_at=cast.NOW)
    PanelMember.objects.create(interview=hour, user=priya)
    assert "Interrupts" not in client_for(priya).get(url(held)).content.decode()
    assert "Hint 1, said aloud" in client_for(priya).get(url(held)).content.decode()


@pytest.mark.parametrize("what", ["replay", "recording"])
def test_strangers_find_nothing(
    held: Table, client_for: ClientFor, client: Client, what: str, charlie: User, rosa: User, ada: User
) -> None:
    for user in (charlie, rosa, ada):
        assert client_for(user).get(url(held, what)).status_code == 404
    assert client.get(url(held, what)).status_code == 302


def test_before_the_lobby_there_is_nothing_to_replay_and_it_says_so(
    table: Table, client_for: ClientFor
) -> None:
    page = client_for(table.alice.user).get(url(table)).content.decode()
    assert "begins when its lobby is opened" in page
    assert client_for(table.alice.user).get(url(table, "recording")).status_code == 404
