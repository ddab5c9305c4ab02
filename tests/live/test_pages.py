"""The hour's pages and buttons, as a browser asks for them."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from otherside.interview import links
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.live import actions
from otherside.live.templatetags import room
from otherside.live.views import asking
from otherside.question.edge import load_bank
from otherside.relay.ticket import verify
from tests.support.cast import ClientFor, User
from tests.support.live_table import QUESTION, Table

JSON = {"content_type": "application/json", "headers": {"Accept": "application/json"}}


@pytest.fixture(autouse=True)
def front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages do not wait for a build: a manifest of one file."""
    monkeypatch.setattr(
        room, "built", lambda name: ({"file": f"assets/{name}.js"}, [{"file": f"assets/{name}.js"}])
    )


def post(client: Client, url: str, body: object, once: str = "request-1") -> HttpResponse:
    headers = {"Accept": "application/json", "Once": once}
    return client.post(url, json.dumps(body), content_type="application/json", headers=headers)


def config_in(page: bytes) -> dict:
    text = page.decode().split('id="room-config">')[1].split("</script>")[0]
    return json.loads(text)


def room_url(table: Table, word: str = "") -> str:
    return f"/interviews/{table.interview.pk}/room/{word}"


def link(table: Table, rest: str = "") -> str:
    return f"{links.room_path(table.interview)}{rest}"


def test_before_the_lobby_alice_finds_one_button_and_then_the_room(
    table: Table, client_for: ClientFor
) -> None:
    alice = client_for(table.alice.user)
    page = alice.get(room_url(table))
    assert "Open the lobby" in page.content.decode()
    assert f'data-copy="{settings.BASE_URL}{links.room_path(table.interview)}"' in page.content.decode()
    assert alice.post(room_url(table, "open/")).status_code == 302
    page = alice.get(room_url(table))
    assert config_in(page.content)["you"]["side"] == "panel"
    assert "csrftoken" in alice.cookies


def test_the_way_of_an_hour_by_its_buttons(table: Table, client_for: ClientFor) -> None:
    alice = client_for(table.alice.user)
    alice.post(room_url(table, "open/"))
    segments = config_in(alice.get(room_url(table)).content)["segments"]
    asked = [
        ("begin", {}),
        ("segment", {"segment": segments[0]["id"]}),
        ("reveal", {"question": QUESTION, "revision": 0}),
        ("hint", {"question": QUESTION, "step": 1, "said": True}),
        ("reveal", {"question": QUESTION, "revision": 1, "said": True, "text": "Now with two servers"}),
        ("clarify", {"question": QUESTION, "fact": "refused", "said": False}),
        ("choice", {"question": QUESTION, "how": "coded", "text": "A deque a key"}),
        (
            "challenge",
            {"question": QUESTION, "choice": "c1", "level": "senior", "text": "Why?", "said": False},
        ),
        ("settle", {"choice": "c1", "state": "waived"}),
        ("asked-solution", {"question": QUESTION}),
        ("candidate-asks", {"text": "Who is on call?"}),
        ("candidate-asks", {"asked": "a1", "text": "Who is on call?", "answered": True}),
        ("moment", {"moment": "tidy", "on": True, "seconds": 120}),
        ("moment", {"moment": "disagree", "on": True}),
        ("moment", {"moment": "disagree", "on": False}),
        ("heard", {}),
        ("end-by", {"at": (utc_now() + timedelta(minutes=50)).isoformat()}),
        ("lateness", {"cause": "candidate", "apology": True, "reason": "The train"}),
        ("mark", {"kind": "good", "text": "Asked", "backMs": 1000}),
        ("probe", {"probe": "p1", "state": "asked", "note": ""}),
        ("pause", {"reason": "The door", "cause": "trouble"}),
        ("resume", {}),
        ("language", {"doc": "doc:pad", "language": "java"}),
        ("end", {}),
    ]
    for number, (word, body) in enumerate(asked):
        answer = post(alice, room_url(table, word), body, f"r{number}")
        assert answer.status_code == 200, (word, answer.content)
        assert answer.json()["changed"] is True, word
    assert "ticket" in post(alice, room_url(table, "ticket"), {}).json()
    assert table.hour.ended_ms is not None


@pytest.mark.parametrize(
    ("word", "body", "status", "code"),
    [
        ("mark", {"kind": "splendid"}, 422, "invalid"),
        ("mark", {"kind": "good", "surprise": 1}, 422, "invalid"),
        ("mark", [], 422, "invalid"),
        ("segment", {"segment": "nowhere"}, 404, "not-found"),
        ("reveal", {"question": "nothing", "revision": 0}, 404, "not-found"),
        ("reveal", {"question": QUESTION, "revision": 2}, 409, "conflict"),
        ("dance", {}, 404, "not-found"),
    ],
)
def test_refusals_are_json_that_says_why(
    table: Table, client_for: ClientFor, word: str, body: object, status: int, code: str
) -> None:
    table.begin()
    answer = post(client_for(table.alice.user), room_url(table, word), body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["message"]


def test_what_is_no_json_or_too_much_is_refused(table: Table, client_for: ClientFor) -> None:
    alice = client_for(table.begin().alice.user)
    assert alice.post(room_url(table, "mark"), b"\xff{", **JSON).status_code == 422
    assert (
        alice.post(room_url(table, "mark"), b'{"kind":"good","text":"' + b"x" * 1_500_000, **JSON).status_code
        == 413
    )


def test_charlie_finds_no_room(table: Table, client_for: ClientFor) -> None:
    charlie = client_for(table.open().charlie.user)
    assert charlie.get(room_url(table)).status_code == 404
    assert charlie.post(room_url(table, "open/")).status_code == 404
    for word in asking.PANEL:
        assert post(charlie, room_url(table, word), {}).status_code in {404, 422}, word
    assert len(table.entries("outline", "hint", "help", "mark:*", "run")) == 1


def test_recruiter_and_hiring_manager_have_no_seat(
    table: Table, client_for: ClientFor, rosa: User, priya: User, ada: User
) -> None:
    table.open()
    for user in (rosa, priya, ada):
        assert client_for(user).get(room_url(table)).status_code == 404
        assert post(client_for(user), room_url(table, "ticket"), {}).status_code == 404


def test_who_is_signed_out_is_told_so(table: Table, client: Client) -> None:
    table.open()
    answer = post(client, room_url(table, "ticket"), {})
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "signed-out"
    assert client.get(room_url(table)).status_code == 302


def test_dana_comes_in_with_a_link_and_a_name(table: Table, client: Client) -> None:
    page = client.get(link(table)).content.decode()
    assert "The room is not open yet" in page
    assert "What is recorded" in page
    assert "You ask" in page or "Your questions" in page
    client.post(link(table, "join/"), {"name": "Dana O."})
    assert "Good to have you here, Dana O." in client.get(link(table)).content.decode()
    table.open()
    told = config_in(client.get(link(table)).content)
    assert told["you"] == {"member": 3, "name": "Dana O.", "side": "candidate"}
    assert told["api"] == link(table, "room/")
    assert "ticket" in post(client, link(table, "room/ticket"), {}).json()


def test_somebody_else_with_the_link_is_asked_for_a_name_first(table: Table, client: Client) -> None:
    table.open()
    assert "Enter the room" in client.get(link(table)).content.decode()
    client.post(link(table, "join/"), {"name": "Dana"})
    assert client.cookies["joined"]["path"] == link(table)
    assert client.cookies["joined"]["httponly"]
    client.cookies["joined"] = "1:forged"
    assert "Enter the room" in client.get(link(table)).content.decode()


def test_dana_is_told_what_is_wrong_with_a_name(table: Table, client: Client) -> None:
    answer = client.post(link(table, "join/"), {"name": "  "})
    assert answer.status_code == 422
    assert "required" in answer.content.decode()


def test_the_words_of_danas_room_are_few(table: Table, client: Client) -> None:
    table.reveal()
    for word in set(asking.PANEL) - set(asking.CANDIDATE):
        answer = post(client, link(table, f"room/{word}"), {})
        assert answer.status_code == 404, word
        assert answer.json()["error"]["code"] == "not-found"
    assert set(asking.CANDIDATE) == {"ticket", "run", "stop", "language", "running", "late", "trouble"}
    run = {"doc": table.doc, "language": "python", "files": {"a.py": ""}, "mode": "hidden"}
    assert post(client, link(table, "room/run"), run).status_code == 422


def test_dana_says_that_she_is_late_with_and_without_the_room(table: Table, client: Client) -> None:
    page = client.get(link(table)).content.decode()
    once = page.split('name="once" value="')[1].split('"')[0]
    for _ in range(2):
        client.post(link(table, "late/"), {"minutes": 15, "reason": "The train", "once": once})
    assert "15 minutes, “The train”" in client.get(link(table)).content.decode()
    table.open()
    assert post(client, link(table, "room/late"), {"minutes": 5, "reason": ""}).status_code == 200
    assert [late.minutes for late in table.hour.late] == [15, 5]
    answer = client.post(link(table, "late/"), {"minutes": 99, "reason": "", "once": "x"})
    assert answer.status_code == 422


def test_waiting_pages_hear_when_the_lobby_opens(table: Table, client: Client) -> None:
    url = link(table, f"state/?seen={State.SCHEDULED.value}")
    assert "HX-Refresh" not in client.get(url).headers
    table.open()
    assert client.get(url).headers["HX-Refresh"] == "true"


@pytest.mark.parametrize("rest", ["", "join/", "late/", "state/"])
def test_links_that_do_not_work_say_so_kindly(table: Table, client: Client, rest: str) -> None:
    broken = link(table)[:-3] + "xx/"
    method = client.post if rest in {"join/", "late/"} else client.get
    answer = method(broken + rest)
    assert answer.status_code == 404
    assert "This link does not work" in answer.content.decode()
    assert "/accounts" not in answer.content.decode()


def test_revoked_ended_and_early_links_say_what_to_do(table: Table, client: Client) -> None:
    old = link(table)
    after = links.after_path(table.interview)
    early = client.get(after)
    assert early.status_code == 410
    assert "opens when the hour has ended" in early.content.decode()
    table.end()
    ended = client.get(old)
    assert ended.status_code == 410
    assert "mail that went to you as it ended" in ended.content.decode()
    late = client.get(after)
    assert late.status_code == 200
    assert "rosa@example.org" in late.content.decode()
    Interview.objects.filter(pk=table.interview.pk).update(links_epoch=1)
    assert client.get(after).status_code == 404


def test_a_cancelled_interview_says_so_on_both_sides(
    table: Table, client: Client, client_for: ClientFor
) -> None:
    Interview.objects.filter(pk=table.interview.pk).update(state=State.CANCELLED)
    assert "was cancelled" in client.get(link(table)).content.decode()
    assert "was cancelled" in client_for(table.alice.user).get(room_url(table)).content.decode()


def test_posts_need_the_csrf_token(table: Table, client_for: ClientFor) -> None:
    strict = Client(enforce_csrf_checks=True)
    table.open()
    assert post(strict, link(table, "room/ticket"), {}).status_code == 403
    strict.get(link(table))
    token = strict.cookies["csrftoken"].value
    answer = strict.post(
        link(table, "room/ticket"), "{}", content_type="application/json",
        headers={"Accept": "application/json", "X-CSRFToken": token},
    )  # fmt: skip
    assert answer.status_code == 200


def test_no_page_of_the_hour_escapes_the_stranger(
    table: Table, client: Client, client_for: ClientFor
) -> None:
    """Every address of live, asked for by Charlie and by somebody with a made-up link."""
    table.open()
    charlie = client_for(table.charlie.user)
    patterns = {
        p.name: p
        for r in get_resolver().url_patterns
        if getattr(r, "app_name", "") == "live"
        for p in r.url_patterns
    }
    assert len(patterns) >= 9
    for pattern in patterns.values():
        path = "/" + str(pattern.pattern)
        path = path.replace("<int:interview_id>", str(table.interview.pk)).replace("<slug:word>", "ticket")
        path = path.replace("<str:token>", f"{table.log_id}.{'A' * 22}")
        for asked in (charlie.get(path), charlie.post(path, "{}", **JSON)):
            assert asked.status_code in {404, 405}, path


def test_the_manifest_names_scripts_styles_and_preloads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    manifest = tmp_path / "manifest.json"
    manifest.write_text(
        json.dumps(
            {
                "live/main.tsx": {
                    "file": "assets/live-1.js",
                    "imports": ["_shared.js"],
                    "css": ["assets/live-1.css"],
                },
                "_shared.js": {
                    "file": "assets/shared-1.js",
                    "css": ["assets/shared-1.css"],
                    "imports": ["_deep.js"],
                },
                "_deep.js": {"file": "assets/deep-1.js", "imports": ["_shared.js"]},
            }
        )
    )
    monkeypatch.setattr(room.finders, "find", lambda name: str(manifest))
    told = room.room_script("live")
    assert '<script type="module" src="/static/room/assets/live-1.js"></script>' in told
    assert told.count("modulepreload") == 2
    assert told.count("stylesheet") == 2
    with pytest.raises(room.FrontEndMissing, match="make setup"):
        room.room_script("replay")
    monkeypatch.setattr(room.finders, "find", lambda name: None)
    with pytest.raises(room.FrontEndMissing, match="make setup"):
        room.room_script("live")


def test_a_page_that_was_left_open_over_the_end_reads_on(table: Table, client_for: ClientFor) -> None:
    table.begin()
    actions.end(table.alice, table.at + timedelta(minutes=60), once="e")
    page = client_for(table.alice.user).get(room_url(table))
    assert config_in(page.content)["you"]["member"] == 1


def test_the_manual_names_every_button() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "reference" / "room.md").read_text()
    missing = [word for word in {**asking.PANEL, **asking.CANDIDATE} if f"`{word}`" not in manual]
    assert not missing


def test_the_rooms_page_carries_a_first_ticket_and_can_be_read_without_its_script(
    table: Table, client: Client, client_for: ClientFor
) -> None:
    table.reveal()
    link = links.room_path(table.interview)
    client.post(f"{link}join/", {"name": "Dana"})
    pages = {
        3: client.get(link),
        1: client_for(table.alice.user).get(f"/interviews/{table.interview.pk}/room/"),
    }
    for member, page in pages.items():
        told = config_in(page.content)
        ticket = verify(told["ticket"], settings.RELAY_KEY, table.at)
        assert (ticket.member, ticket.log_id) == (member, table.log_id)
        assert told["document"] == table.doc
        assert page["Cache-Control"] == "no-store, private"
        shell = page.content.decode().split('<div id="room">')[1].split("<script")[0]
        assert load_bank().problem(QUESTION).title in shell
        assert "<pre>" in shell
        assert "Connecting" in shell


def test_what_the_opening_allows_stands_in_lobby_and_room(table: Table, client: Client) -> None:
    opening = table.interview.application.opening
    type(opening).objects.filter(pk=opening.pk).update(allowed_tools="Your own editor\nNo search engine")
    table.reveal()
    link = links.room_path(table.interview)
    assert "No search engine" in client.get(link).content.decode()
    client.post(f"{link}join/", {"name": "Dana"})
    told = config_in(client.get(link).content)
    assert told["allowed"] == ["Your own editor", "No search engine"]
    assert told["observed"] == f"{link}observed/"
