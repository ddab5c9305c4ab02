"""kill -9 of the relay in the middle of typing: what was acknowledged is in the log, and replicas agree afterwards."""

import json
import queue
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pycrdt
import pytest

from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries, verify
from otherside.relay.server import fold_log, open_store
from tests.support.postgres import server
from tests.support.relay_process import ticket
from tests.support.relay_server import ROOT, RelayProcess, relay_process

LOG = "log-of-the-killing0000"
WORD = re.compile(r"<(\d)\.(\d+)>")


class Typists:
    """The Node process of tests/contract/typists.ts, heard line by line."""

    def __init__(self, url: str, folder: Path) -> None:
        bundle = folder / "typists.mjs"
        if not bundle.exists():
            subprocess.run(
                ["node_modules/.bin/esbuild", "tests/contract/typists.ts", "--bundle", "--platform=node", "--format=esm",
                 "--external:ws", "--log-level=error", f"--outfile={bundle}"],
                cwd=ROOT, check=True,
            )  # fmt: skip
        if not (folder / "node_modules").exists():
            (folder / "node_modules").symlink_to(ROOT / "node_modules")
        command = ["node", str(bundle), url, ticket(LOG, 1, name="Alice"), ticket(LOG, 2, name="Dana")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.saved = {1: 0, 2: 0}
        self.status = {1: "", 2: ""}

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(20)
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def hear(self, until: Callable[[], bool], wait_s: float = 30) -> None:
        end = time.monotonic() + wait_s
        while not until():
            left = end - time.monotonic()
            assert left > 0, f"waited in vain: saved {self.saved}, status {self.status}"
            what, member, value = self.lines.get(timeout=left).split()
            if what == "saved":
                self.saved[int(member)] = int(value)
            else:
                self.status[int(member)] = value

    def finish(self) -> dict[str, list[str]]:
        assert self.process.stdin is not None
        self.process.stdin.write("stop\n")
        self.process.stdin.flush()
        while not (line := self.lines.get(timeout=40)).startswith("{"):
            pass
        self.process.wait(20)
        found: dict[str, list[str]] = json.loads(line)
        return found


def words_in_log(where: str) -> set[tuple[str, str]]:
    """What a reader finds who has nothing but the database."""
    store = open_store(where)
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    text = document.get("file:main.py", type=pycrdt.Text)
    for entry in read_entries(store, JournalIndex(store), LOG, tracks=["doc:pad"]):
        document.apply_update(entry.body)
    assert verify(store, JournalIndex(store), LOG).holds
    store.close()
    return set(WORD.findall(str(text)))


def kill_again_and_again(where: str, folder: Path, times: int) -> None:
    with relay_process(where, folder) as relay:
        typists = Typists(f"ws://127.0.0.1:{relay.port}", folder)
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
    assert words_in_log(where) == found


def _kill_once(where: str, relay: RelayProcess, typists: Typists) -> None:
    before = dict(typists.saved)
    typists.hear(lambda: all(typists.saved[m] > before[m] + 20 for m in (1, 2)))
    relay.stop(signal.SIGKILL)
    typists.hear(lambda: set(typists.status.values()) == {"lost"})
    promised = {(str(m), str(n)) for m in (1, 2) for n in range(1, typists.saved[m] + 1)}
    lost = promised - words_in_log(where)
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
