"""The log in PostgreSQL, beside the data or in a database of its own."""

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg

from otherside.log.lending import Lending
from otherside.log.store import Fenced, Owner, Row, Store

LIFE = 0x07E5  # the class of our advisory locks; the other half is the digest of an owner's name
MIGRATION = 0x07E6


class PostgresStore(Store):
    """`url` as libpq takes it. One connection more than are in use holds the signs of life."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connections: Lending[psycopg.Connection[Row]] = Lending(
            self._connect, lambda connection: not connection.closed
        )
        self._lock = threading.Lock()
        self._life: psycopg.Connection[Row] | None = None
        self._lives: set[str] = set()
        self._schema: str | None = None

    def _connect(self) -> psycopg.Connection[Row]:
        connection = psycopg.connect(self.url, autocommit=True, application_name="otherside-log")
        # The promise of an acknowledgement is this setting; a server-wide `off` must not break it.
        connection.execute("SET synchronous_commit = on")
        return connection

    def query(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        # Text is ours, never a reader's; it holds no percent sign besides the ones made here.
        with self.connections.lend() as connection:
            cursor = connection.execute(sql.replace("?", "%s").encode(), values or None)
            return cursor.fetchall() if cursor.description is not None else []

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.connections.keep() as connection, connection.transaction():
            yield

    def commit(self, owner: Owner, at_ms: int, contents: bytes, blob: bytes) -> int:
        # FOR SHARE: a takeover waits for a commit that is under way, and the next commit sees its epoch.
        rows = self.query(
            "WITH fence AS (SELECT 1 FROM log_owner WHERE id = ? AND epoch = ? FOR SHARE) "
            "INSERT INTO log_journal (at_ms, contents, blob) SELECT ?, ?, ? FROM fence RETURNING id",
            (owner.id, owner.epoch, at_ms, contents, blob),
        )
        if not rows:
            raise Fenced(f"owner {owner.id} ({owner.name}) is past its epoch {owner.epoch}")
        return int(rows[0][0])

    def _life_connection(self) -> psycopg.Connection[Row]:
        if self._life is None or self._life.closed:
            self._life = self._connect()
            self._lives.clear()
        return self._life

    def hold(self, name: str) -> bool:
        life = self._life_connection()
        with self._lock:
            if name in self._lives:
                return False
        row = life.execute("SELECT pg_try_advisory_lock(%s, %s)", (LIFE, self._digest(name))).fetchone()
        if row is None or not row[0]:
            return False
        with self._lock:
            self._lives.add(name)
        return True

    def let_go(self, name: str) -> None:
        with self._lock:
            if name not in self._lives:
                return
            self._lives.discard(name)
        self._life_connection().execute("SELECT pg_advisory_unlock(%s, %s)", (LIFE, self._digest(name)))

    def is_alive(self, name: str) -> bool:
        rows = self.query(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objid = ? "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            [LIFE, self._digest(name)],
        )
        return bool(rows)

    def scrub(self) -> None:
        """VACUUM makes the space of deleted rows free to be overwritten and truncates empty ends."""
        for table in ("log_journal", "log_chunk", "log_state", "log_receipt", "log_book"):
            self.query(f"VACUUM {table}")

    def close(self) -> None:
        self.connections.close()
        if self._life is not None:
            self._life.close()
        self._lives.clear()
        self._life = None

    def _digest(self, name: str) -> int:
        """Thirty-one bits of schema and name, as an advisory lock's second number wants them."""
        if self._schema is None:
            self._schema = str(self.query("SELECT current_schema()")[0][0])
        return (
            int.from_bytes(hashlib.sha256(f"{self._schema}/{name}".encode()).digest()[:4], "big") & 0x7FFFFFFF
        )

    def _lock_clause(self) -> str:
        return " FOR UPDATE"

    def _serialise_migration(self) -> None:
        self.query("SELECT pg_advisory_xact_lock(?)", [MIGRATION])

    def _horizon(self) -> str:
        snapshot = "pg_current_snapshot()"
        return f"pg_snapshot_xmin({snapshot})::text::bigint, pg_snapshot_xmax({snapshot})::text::bigint"

    def _dialect(self, statement: str) -> str:
        key = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
        return statement.format(key=key, bytes="BYTEA")
