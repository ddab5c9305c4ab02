"""Logs for tests: a store of its own, entries by the dozen, a clock that is turned by hand."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from otherside.log.entry import NewEntry
from otherside.log.journal import JournalIndex
from otherside.log.postgres import PostgresStore
from otherside.log.sequencer import Append, Sequencer
from otherside.log.sqlite import SqliteStore
from otherside.log.store import Store

LOG = "log-of-one-interview00"
OTHER = "log-of-another-one0000"


class Clock:
    """UTC milliseconds, from an ordinary Tuesday on."""

    def __init__(self, ms: int = 1_764_000_000_000) -> None:
        self.ms = ms

    def __call__(self) -> int:
        return self.ms


def sqlite_store(folder: Path) -> SqliteStore:
    store = SqliteStore(folder / "log.sqlite3")
    store.migrate()
    return store


@contextmanager
def any_store(folder: Path) -> Iterator[Store]:
    """A store on the database that this run is about: PostgreSQL under tests.support.postgres, else SQLite."""
    url = os.environ.get("OTHERSIDE_DATABASE_URL")
    store: Store = sqlite_store(folder) if url is None else postgres_store(url)
    try:
        yield store
    finally:
        store.close()


def postgres_store(url: str) -> PostgresStore:
    """In a schema of its own: the tables of another test are not seen."""
    with psycopg.connect(url, autocommit=True) as line:
        name = "log_" + os.urandom(6).hex()
        line.execute(f"CREATE SCHEMA {name}".encode())
    store = PostgresStore(f"{url}?options=-csearch_path%3D{name}")
    store.migrate()
    return store


def all_bytes(store: Store) -> bytes:
    """Everything that the database holds: the files of SQLite, the rows of PostgreSQL."""
    if isinstance(store, SqliteStore):
        return b"".join(path.read_bytes() for path in store.path.parent.iterdir())
    tables = ("log_journal", "log_chunk", "log_state", "log_receipt", "log_torn", "log_book")
    rows = [store.query(f"SELECT * FROM {table}") for table in tables]
    return b"".join(
        value if isinstance(value, bytes) else repr(value).encode()
        for row in rows
        for line in row
        for value in line
    )


def sequencer(store: Store, clock: Clock, owner: str = "relay") -> Sequencer:
    return Sequencer(store, store.register(owner), clock, JournalIndex(store))


def entry(text: str = "x", *, track: str = "hint", actor: int = 1, kind: str = "hint.shown") -> NewEntry:
    return NewEntry(actor, track, kind, 1, b'{"text":"' + text.encode() + b'"}')


def say(seq: Sequencer, text: str, *, log_id: str = LOG, track: str = "hint", once: str | None = None) -> int:
    """Appends one entry; its seq."""
    _, item = seq.write(log_id, Append((entry(text, track=track),), once))
    return int(item.answer.last_seq)  # type: ignore[union-attr]
