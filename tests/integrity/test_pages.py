"""The pages of facts, cases and bans, for each who may and who may not."""

import json

from django.test import Client

from otherside.interview import links
from otherside.interview.actions import card_in
from otherside.live import actions as live
from tests.support import cast
from tests.support.live_table import Table


def ended(table: Table, alice: cast.User) -> None:
    table.reveal()
    dana = Client()
    said = {"doc": table.doc, "text": "x = 1\n" * 20, "chars": 120}
    answer = dana.post(
        f"/c/{table.dana.token}/observed/paste", json.dumps(said), content_type="application/json",
        headers={"once": "p1"},
    )  # fmt: skip
    assert answer.json() == {"ok": True, "changed": True}
    live.end(table.alice, table.later(minutes=50), once=table.once())
    live.settle(table.interview)
    card_in(table.interview, alice, table.at)


def test_the_panel_opens_a_case_and_the_candidate_answers(
    table: Table, alice: cast.User, bob: cast.User, priya: cast.User, client_for: cast.ClientFor
) -> None:
    ended(table, alice)
    address = f"/interviews/{table.interview.pk}/integrity/"
    assert client_for(bob).get(address).status_code == 404
    page = client_for(alice).get(address)
    assert b"What it does not prove" in page.content
    answer = client_for(alice).post(f"{address}open/", {"question": "Whose is it?", "evidence": []})
    assert answer.status_code == 302
    own = f"/after/{links.token(links.AFTER, table.interview)}/facts/"
    assert b"Whose is it?" in Client().get(own).content
    early = client_for(priya).post(f"{address}close/", {"outcome": "nothing", "reason": "w"})
    assert early.status_code == 422
    assert b"has not commented yet" in early.content
    assert Client().post(f"{own}comment/", {"text": "Mine, from 2024."}).status_code == 302
    assert b"Mine, from 2024." in client_for(priya).get(address).content
    done = client_for(priya).post(f"{address}close/", {"outcome": "cheated", "reason": "Not explained."})
    assert done.status_code == 302
    assert b"Propose a ban" in client_for(priya).get(address).content
    assert b"Propose a ban" not in client_for(alice).get(address).content


def test_bans_are_for_managers_and_administrators(
    hour: cast.Interview, ada: cast.User, priya: cast.User, alice: cast.User, client_for: cast.ClientFor
) -> None:
    assert b"There is no ban" in client_for(ada).get("/bans/").content
    assert client_for(priya).get("/bans/").status_code == 200
    assert client_for(alice).get("/bans/").status_code == 404


def test_what_the_page_tells_has_a_limit(table: Table) -> None:
    table.reveal()
    big = json.dumps({"doc": "doc:q1", "text": "x" * 90_000, "chars": 90_000})
    address = f"/c/{table.dana.token}/observed/paste"
    sent = Client().post(
        address, big, content_type="application/json", headers={"once": "p", "accept": "application/json"}
    )
    assert sent.status_code == 413
    assert "limit" in sent.json()["error"]["code"]
