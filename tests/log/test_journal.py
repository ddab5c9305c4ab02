"""Finding blobs: one that appears late, after any number of later ones, is not missed."""

import os
import time
from collections.abc import Iterator

import psycopg
import pytest

from otherside.log.entry import NewEntry
from otherside.log.journal import JournalIndex
from otherside.log.postgres import PostgresStore
from otherside.log.read import read_entries
from otherside.log.sequencer import Append, Head, Item, Packed, Sequencer
from otherside.log.store import Owner, Store
from tests.log.support import Clock, postgres_store
from tests.support.postgres import server


def packed(relay: Sequencer, log_id: str) -> Packed:
    head = relay.claim([log_id])[log_id]
    assert isinstance(head, Head)
    entry = NewEntry(1, "outline", "hour.begun", 1, b"{}")
    blob = relay.pack([Item(head, relay.clock(), Append((entry,)))])
    assert blob is not None
    return blob


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    known = os.environ.get("OTHERSIDE_DATABASE_URL")
    if known is not None:
        yield known
        return
    with server() as own:
        yield own


@pytest.fixture
def cluster(url: str) -> Iterator[PostgresStore]:
    store = postgres_store(url)
    try:
        yield store
    finally:
        store.close()


class Stalled:
    """A commit that has its id and does not end, on a connection of its own."""

    def __init__(self, store: PostgresStore, owner: Owner, blob: Packed) -> None:
        self.line = psycopg.connect(store.url)
        self.id = self.line.execute(
            "WITH fence AS (SELECT 1 FROM log_owner WHERE id = %s AND epoch = %s FOR SHARE) "
            "INSERT INTO log_journal (at_ms, contents, blob) SELECT 1, %s, %s FROM fence RETURNING id",
            (owner.id, owner.epoch, blob.contents, blob.blob),
        ).fetchone()

    def end(self, *, well: bool) -> None:
        if well:
            self.line.commit()
        else:
            self.line.rollback()
        self.line.close()


@pytest.mark.postgres
@pytest.mark.parametrize("well", [True, False])
def test_a_commit_that_stalls_while_hundreds_pass_is_found(cluster: PostgresStore, well: bool) -> None:
    slow = Sequencer(cluster, cluster.register("slow"), Clock())
    quick = Sequencer(cluster, cluster.register("quick"), Clock())
    index = JournalIndex(cluster)
    stalled = Stalled(cluster, slow.owner, packed(slow, "log-that-is-late-00000"))
    for number in range(600):
        quick.write("log-of-somebody-else00", Append((NewEntry(1, "outline", "x", 1, b"%d" % number),)))
        if number % 100 == 0:
            index.catch_up()
    assert len(index.books()) == 1
    assert read_entries(cluster, index, "log-that-is-late-00000") == []
    stalled.end(well=well)
    assert len(read_entries(cluster, index, "log-that-is-late-00000")) == well
    assert len(index.books()) == 1 + well
    assert len(read_entries(cluster, index, "log-of-somebody-else00")) == 600


def test_what_is_settled_is_not_read_again(
    store: Store, relay: Sequencer, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = JournalIndex(store)
    read: list[int] = []
    contents = store.journal_contents
    monkeypatch.setattr(store, "journal_contents", lambda after: (read.append(after), contents(after))[1])
    for _ in range(5):
        relay.write("log-of-the-index-00000", Append((NewEntry(1, "outline", "x", 1, b""),)))
        index.catch_up()
    # Any transaction on the same server, also one of another database, holds back what counts as settled.
    deadline_s = time.monotonic() + 30
    while read[-1] != max(index.blobs()) and time.monotonic() < deadline_s:
        time.sleep(0.02)
        index.catch_up()
    assert read[0] == 0
    assert read[-1] == max(index.blobs())
