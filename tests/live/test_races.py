"""Two people at the same moment, on both databases: one wins, the other is told, nothing is written twice."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from django.db import connection, connections

from otherside.interview.state import State
from otherside.kernel.errors import Conflict, DomainError, LimitReached
from otherside.live import actions
from otherside.live.access import Key, parts_of
from otherside.live.limits import LATE_NOTICES_MAX
from otherside.live.models import LateNotice
from tests.support.live_table import QUESTION, Table

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*wishes: Callable[[], object]) -> list[object]:
    """What each of `wishes` came to when all began together: its answer or its refusal."""
    gate = threading.Barrier(len(wishes))
    came: list[object] = [None] * len(wishes)

    def go(number: int, wish: Callable[[], object]) -> None:
        gate.wait()
        try:
            came[number] = wish()
        except DomainError as error:
            came[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=pair) for pair in enumerate(wishes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return came


@pytest.fixture
def shared(table: Table, tmp_path: Path) -> Iterator[Table]:
    """Threads meet on a database as it is in earnest: for SQLite a file, for one in memory locks whole tables."""
    if connection.vendor != "sqlite":
        yield table
        return
    memory, name = connection.connection, connection.settings_dict["NAME"]
    with closing(sqlite3.connect(tmp_path / "app.sqlite3")) as copy:
        memory.backup(copy)
    connection.connection, connection.settings_dict["NAME"] = None, str(tmp_path / "app.sqlite3")
    try:
        yield table
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = memory, name


def begin_part(table: Table, key: Key, part: str) -> Callable[[], object]:
    once = table.once()
    return lambda: actions.begin_segment(key, table.at, once=once, segment=part)


@pytest.mark.parametrize("round_", range(5))
def test_of_two_who_begin_different_parts_one_wins_and_the_other_is_told(shared: Table, round_: int) -> None:
    table = shared.begin()
    parts = [part.id for part in parts_of(table.interview)]
    came = at_once(begin_part(table, table.alice, parts[0]), begin_part(table, table.bob, parts[1]))
    refused = [answer for answer in came if isinstance(answer, Conflict)]
    begun = table.hour.segments
    if len(begun) == 2:  # one after the other, far enough apart: both are what somebody wanted
        assert not refused
    else:
        assert len(begun) == len(refused) == 1
        assert "a moment ago" in str(refused[0])


def test_two_who_begin_the_hour_begin_one_hour(shared: Table) -> None:
    table = shared.open()
    came = at_once(
        lambda: actions.begin(table.alice, table.at, once="a"),
        lambda: actions.begin(table.bob, table.at, once="b"),
    )
    assert not [answer for answer in came if isinstance(answer, DomainError)]
    assert [entry.kind for entry in table.entries("outline")].count("hour.begun") == 1
    table.interview.refresh_from_db()
    assert table.interview.state == State.GOING_ON


def test_two_who_open_the_lobby_open_one_log(shared: Table) -> None:
    table = shared
    came = at_once(
        lambda: actions.open_lobby(table.alice, table.at), lambda: actions.open_lobby(table.bob, table.at)
    )
    assert not [answer for answer in came if isinstance(answer, DomainError)]
    assert len(table.entries("doc:pad")) == 1
    assert [entry.kind for entry in table.entries("outline")] == ["hour.opened"]


def test_the_same_hint_by_two_is_one_hint(shared: Table) -> None:
    table = shared.reveal()
    hint = {"question": QUESTION, "step": 1, "said": False}
    at_once(
        lambda: actions.give_hint(table.alice, table.at, once="a", **hint),
        lambda: actions.give_hint(table.bob, table.at, once="b", **hint),
        lambda: actions.give_hint(table.bob, table.at, once="c", **hint),
    )
    assert len(table.hour.help) == 1


def test_one_problem_is_seeded_once_whoever_shows_it(shared: Table) -> None:
    table = shared.begin()
    show = {"question": QUESTION, "revision": 0}
    at_once(
        lambda: actions.reveal_statement(table.alice, table.at, once="a", **show),
        lambda: actions.reveal_statement(table.bob, table.at, once="b", **show),
    )
    assert len(table.hour.statements) == 1
    assert len(table.entries(table.doc)) == 1


def test_nothing_slips_in_behind_the_end(shared: Table) -> None:
    table = shared.begin()
    at_once(
        lambda: actions.end(table.alice, table.at, once="a"),
        lambda: actions.set_mark(table.bob, table.at, once="b", kind="good", text="", back_ms=0),
        lambda: actions.pause(table.bob, table.at, once="c", reason=""),
    )
    assert table.entries()[-1].kind == "hour.ended"


def test_notices_of_being_late_sent_at_once_stay_within_their_limit(shared: Table) -> None:
    table = shared
    late = partial(actions.running_late, table.dana, table.at, minutes=5, reason="")
    for _ in range(int(LATE_NOTICES_MAX) - 1):
        late(once=table.once())
    results = at_once(*[partial(late, once=table.once()) for _ in range(3)])
    assert sum(isinstance(result, LimitReached) for result in results) == 2
    assert LateNotice.objects.count() == int(LATE_NOTICES_MAX)
