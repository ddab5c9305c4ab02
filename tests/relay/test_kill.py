"""kill -9 of the relay in the middle of typing: what was acknowledged is in the log, and replicas agree afterwards."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from otherside.log.journal import JournalIndex
from otherside.relay.server import fold_log, open_store
from tests.support.postgres import server
from tests.support.relay_process import ticket
from tests.support.relay_server import RelayProcess, relay_process
from tests.support.typists import WORD, Typists, words_in_log

LOG = "log-of-the-killing0000"
TICKETS = [ticket(LOG, 1, name="Alice"), ticket(LOG, 2, name="Dana")]


def kill_again_and_again(where: str, folder: Path, times: int) -> None:
    with relay_process(where, folder) as relay:
        typists = Typists(f"ws://127.0.0.1:{relay.port}", folder, TICKETS)
        try:
            for _ in range(times):
                _kill_once(where, relay, typists)
            told = typists.finish()
        finally:
            typists.close()
        assert told["texts"][0] == told["texts"][1], "replicas differ"
        found = set(WORD.findall(told["texts"][0]))
        assert len(found) == sum(map(int, told["typed"])), "a word is missing"
        relay.stop()
    assert words_in_log(where, LOG) == found


def _kill_once(where: str, relay: RelayProcess, typists: Typists) -> None:
    before = dict(typists.saved)
    typists.hear(lambda: all(typists.saved[m] > before[m] + 20 for m in (1, 2)))
    relay.stop(signal.SIGKILL)
    typists.hear(lambda: set(typists.status.values()) == {"lost"})
    promised = {(str(m), str(n)) for m in (1, 2) for n in range(1, typists.saved[m] + 1)}
    lost = promised - words_in_log(where, LOG)
    assert not lost, f"acknowledged and gone: {sorted(lost)}"
    store = open_store(where)
    fold_log(store, JournalIndex(store), everything=True)  # the worker goes on meanwhile
    store.close()
    relay.start()
    typists.hear(lambda: set(typists.status.values()) == {"open"})


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.mark.processes
def test_killed_while_two_people_type_on_sqlite(tmp_path: Path) -> None:
    kill_again_and_again(str(tmp_path / "log.sqlite3"), tmp_path, 2)


@pytest.mark.processes
@pytest.mark.postgres
def test_killed_while_two_people_type_on_postgresql(tmp_path: Path, postgres: str) -> None:
    kill_again_and_again(postgres, tmp_path, 2)


@pytest.mark.soak
def test_killed_twenty_times_on_sqlite(tmp_path: Path) -> None:
    kill_again_and_again(str(tmp_path / "log.sqlite3"), tmp_path, 20)


@pytest.mark.soak
def test_killed_twenty_times_on_postgresql(tmp_path: Path, postgres: str) -> None:
    kill_again_and_again(postgres, tmp_path, 20)
