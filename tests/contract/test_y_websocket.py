"""npm's yjs and y-websocket, as they are, against the relay."""

import json
import subprocess
from pathlib import Path

import pycrdt
import pytest

from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries, verify
from otherside.relay.server import open_store
from otherside.relay.ticket import Grant
from tests.support.relay_process import ticket
from tests.support.relay_server import relay_process

pytestmark = pytest.mark.contract
HERE = Path(__file__).parent
LOG = "log-of-the-contract000"


def test_stock_clients_write_together_break_off_and_merge(tmp_path: Path) -> None:
    where = str(tmp_path / "log.sqlite3")
    with relay_process(where, tmp_path) as relay:
        tickets = [
            ticket(LOG, 1, name="Alice"),
            ticket(LOG, 2, name="Dana"),
            ticket(LOG, 3, grants=(Grant("doc:*", False),)),
        ]
        done = subprocess.run(
            ["node", str(HERE / "provider.mjs"), f"ws://127.0.0.1:{relay.port}", LOG, *tickets],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout.splitlines()[-1])
        relay.stop()
    assert told["text"].startswith("# together\n")
    assert "print('hello')" in told["read"]
    assert told["cursor"] == "Alice", "the server names the cursor, whatever the client says"
    assert told["vandal"] is False
    store = open_store(where)
    index = JournalIndex(store)
    entries = read_entries(store, index, LOG, tracks=["doc:pad"])
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    text = document.get("file:main.py", type=pycrdt.Text)
    for entry in entries:
        document.apply_update(entry.body)
    assert str(text) == told["text"]
    assert any(entry.merged for entry in entries), "what was typed alone is marked"
    assert all(entry.actor in {1, 2} for entry in entries)
    assert verify(store, index, LOG).holds
    store.close()
