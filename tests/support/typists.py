"""Two of our own room connections that type without pause, in Node, and what a reader finds of it afterwards."""

import json
import queue
import re
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pycrdt

from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries, verify
from otherside.relay.server import open_store
from tests.support.relay_server import ROOT

WORD = re.compile(r"<(\d)\.(\d+)>")


class Typists:
    """The Node process of tests/contract/typists.ts, heard line by line."""

    def __init__(self, url: str, folder: Path, tickets: Sequence[str]) -> None:
        bundle = folder / "typists.mjs"
        if not bundle.exists():
            subprocess.run(
                ["node_modules/.bin/esbuild", "tests/contract/typists.ts", "--bundle", "--platform=node", "--format=esm",
                 "--external:ws", "--log-level=error", f"--outfile={bundle}"],
                cwd=ROOT, check=True,
            )  # fmt: skip
        if not (folder / "node_modules").exists():
            (folder / "node_modules").symlink_to(ROOT / "node_modules")
        command = ["node", str(bundle), url, *tickets]
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


def words_in_log(where: str, log_id: str) -> set[tuple[str, str]]:
    """What a reader finds who has nothing but the database."""
    store = open_store(where)
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    text = document.get("file:main.py", type=pycrdt.Text)
    for entry in read_entries(store, JournalIndex(store), log_id, tracks=["doc:pad"]):
        document.apply_update(entry.body)
    assert verify(store, JournalIndex(store), log_id).holds
    store.close()
    return set(WORD.findall(str(text)))
