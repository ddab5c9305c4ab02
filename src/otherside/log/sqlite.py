"""The log in a SQLite file of its own. Pages write to another file, so they never hold up a commit."""

import fcntl
import hashlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from otherside.log.lending import Lending
from otherside.log.store import Fenced, Owner, Row, Store

BUSY_S = 20.0
LOCK_TRIES = 20
LOCK_WAIT_S = 0.01


def _lock(path: Path) -> int | None:
    """A descriptor that holds the lock of `path`; None where another process keeps it.

    Whoever asks whether the owner is alive holds it for an instant, and an owner that goes takes the file
    away: neither is a living owner, so it is tried for a while.
    """
    for left in reversed(range(LOCK_TRIES)):
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            if left:
                time.sleep(LOCK_WAIT_S)
            continue
        try:
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except FileNotFoundError:
            pass  # it went between being opened and being locked
        os.close(descriptor)
    return None


class SqliteStore(Store):
    """`path` is made if it is missing, readable by its owner only. WAL, synchronous FULL, secure_delete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        self.connections: Lending[sqlite3.Connection] = Lending(self._connect)
        self._lives: dict[str, int] = {}
        self._lock = threading.Lock()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    def query(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self.connections.lend() as connection:
            return connection.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.connections.keep() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def commit(self, owner: Owner, at_ms: int, contents: bytes, blob: bytes) -> int:
        # All rows, not the first: the statement is committed when it has run to its end.
        ids = self.query(
            "INSERT INTO log_journal (at_ms, contents, blob) SELECT ?, ?, ? FROM log_owner "
            "WHERE id = ? AND epoch = ? RETURNING id",
            (at_ms, contents, blob, owner.id, owner.epoch),
        )
        if not ids:
            raise Fenced(f"owner {owner.id} ({owner.name}) is past its epoch {owner.epoch}")
        return int(ids[0][0])

    def _life(self, name: str) -> Path:
        # The name of an owner may hold anything; its digest is a safe file name.
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        return self.path.with_name(f"{self.path.name}-owner-{digest}")

    def hold(self, name: str) -> bool:
        with self._lock:
            if name in self._lives:
                return False
            descriptor = _lock(self._life(name))
            if descriptor is None:
                return False
            self._lives[name] = descriptor
            return True

    def let_go(self, name: str) -> None:
        with self._lock:
            descriptor = self._lives.pop(name, None)
        if descriptor is not None:
            # The file goes first: whoever opens the name afterwards makes a new one.
            self._life(name).unlink(missing_ok=True)
            os.close(descriptor)

    def is_alive(self, name: str) -> bool:
        with self._lock:
            if name in self._lives:
                return True
        try:
            descriptor = os.open(self._life(name), os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def scrub(self) -> None:
        """secure_delete has overwritten the pages; what is left lies in the write-ahead log."""
        ((busy, _, _),) = self.query("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise TimeoutError(f"the write-ahead log of {self.path.name} is in use; try again")

    def close(self) -> None:
        for name in list(self._lives):
            self.let_go(name)
        self.connections.close()

    def _serialise_migration(self) -> None:
        """A transaction that may write is alone already."""

    def _horizon(self) -> str:
        return "1, 1"  # one writer at a time: ids come in the order of commits

    def _dialect(self, statement: str) -> str:
        # AUTOINCREMENT: an id that was trimmed is never given again, or a reader would pass over
        # the new blob.
        return statement.format(key="INTEGER PRIMARY KEY AUTOINCREMENT", bytes="BLOB")
