"""No page of the hour asks the database more than twenty things."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from otherside.interview import links
from otherside.live.templatetags import room
from tests.support.cast import ClientFor
from tests.support.live_table import Table

QUERIES_MAX = 20


@pytest.fixture(autouse=True)
def front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "built", lambda name: ({"file": f"{name}.js"}, [{"file": f"{name}.js"}]))


def asked(get: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        get()
    assert len(queries) <= QUERIES_MAX, "\n".join(q["sql"][:120] for q in queries)
    return len(queries)


def test_every_page_keeps_to_its_queries(table: Table, client: Client, client_for: ClientFor) -> None:
    alice = client_for(table.alice.user)
    url = f"/interviews/{table.interview.pk}"
    link, after = links.room_path(table.interview), links.after_path(table.interview)
    asked(lambda: alice.get(f"{url}/room/"))
    asked(lambda: client.get(link))
    table.reveal()
    client.post(f"{link}join/", {"name": "Dana"})
    asked(lambda: alice.get(f"{url}/room/"))
    asked(lambda: client.get(link))
    asked(lambda: client.post(f"{link}room/ticket", "{}", content_type="application/json"))
    asked(lambda: alice.post(f"{url}/room/ticket", "{}", content_type="application/json"))
    ended = alice.post(f"{url}/room/end", "{}", content_type="application/json", headers={"Once": "e"})
    assert ended.status_code == 200
    asked(lambda: client.get(after))
    asked(lambda: alice.get(f"{url}/replay/"))
    asked(lambda: alice.get(f"{url}/recording/"))
