"""kill -9 of each process of `otherside serve` while two people type: nothing acknowledged is lost."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from otherside.kernel.ids import new_id
from otherside.process.configuration import read_configuration
from otherside.relay.ticket import Grant, Ticket, sign
from tests.support.postgres import server
from tests.support.serving import Serving, serving
from tests.support.typists import WORD, Typists, words_in_log

PROCESSES = ("web", "worker", "runner", "supervisor")


def tickets(served: Serving, log_id: str) -> list[str]:
    """Tickets of two members, signed with the key that this house derives."""
    key = read_configuration(served.environment()).derived_key("ticket")
    expires = datetime.now(UTC) + timedelta(minutes=30)
    grants = (Grant("doc:*", True),)
    return [sign(Ticket(log_id, member, f"Member {member}", grants, expires), key) for member in (1, 2)]


def kill_each(served: Serving, folder: Path, where: str, rounds: int) -> None:
    log_id = new_id()
    typists = Typists(f"ws://127.0.0.1:{served.port}", folder, tickets(served, log_id))
    try:
        for _ in range(rounds):
            for name in PROCESSES:
                kill_one(served, typists, name, where, log_id)
        told = typists.finish()
    finally:
        typists.close()
    assert told["texts"][0] == told["texts"][1], "replicas differ"
    found = set(WORD.findall(told["texts"][0]))
    assert len(found) == sum(map(int, told["typed"])), "a word is missing"
    served.stop()
    assert words_in_log(where, log_id) == found


def kill_one(served: Serving, typists: Typists, name: str, where: str, log_id: str) -> None:
    before = dict(typists.saved)
    typists.hear(lambda: all(typists.saved[member] > before[member] + 10 for member in (1, 2)), 90)
    served.kill(name)
    promised = {(str(m), str(n)) for m in (1, 2) for n in range(1, typists.saved[m] + 1)}
    if name == "supervisor":
        served.start()
    lost = promised - words_in_log(where, log_id)
    assert not lost, f"acknowledged and gone after kill -9 of {name}: {sorted(lost)[:20]}"
    served.wait_until_ready()
    time.sleep(0.2)
    typists.hear(lambda: set(typists.status.values()) == {"open"}, 90)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.mark.processes
def test_each_process_killed_on_sqlite(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        kill_each(served, tmp_path, str(tmp_path / "data" / "log.sqlite3"), 2)


@pytest.mark.processes
@pytest.mark.postgres
def test_each_process_killed_on_postgresql(tmp_path: Path, postgres: str) -> None:
    with serving(tmp_path / "data", DATABASE_URL=postgres) as served:
        kill_each(served, tmp_path, postgres, 2)


@pytest.mark.soak
def test_each_process_killed_twenty_times_on_sqlite(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        kill_each(served, tmp_path, str(tmp_path / "data" / "log.sqlite3"), 20)


@pytest.mark.soak
def test_each_process_killed_twenty_times_on_postgresql(tmp_path: Path, postgres: str) -> None:
    with serving(tmp_path / "data", DATABASE_URL=postgres) as served:
        kill_each(served, tmp_path, postgres, 20)
