"""Where the log lies: one set of tables, in a SQLite file of its own or in PostgreSQL. Raw SQL, no framework.

`Store` is what the rest of the log is written against; `sqlite` and `postgres` fill in what differs:
connections, parameters, the fence of a commit, how one sees that an owner is alive, and how deleted bytes
really go.
"""

import json
import secrets
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from otherside.kernel.errors import Conflict, NotFound
from otherside.log.chunk import Chunk
from otherside.log.entry import Receipt
from otherside.log.lending import Lending
from otherside.log.record import genesis
from otherside.log.schema import STEPS

# Any: a row of a database, whose columns the statement beside it names.
Row = tuple[Any, ...]


class Fenced(Exception):
    """Another owner has taken over: this one's epoch moved, and it must not write any more."""


class OwnedElsewhere(Conflict):
    """A living process owns the interview; whoever wants to write must ask it."""

    code = "owned-elsewhere"


class Erased(NotFound):
    """The interview's log was erased; only its tombstone is left."""

    code = "erased"


@dataclass(frozen=True, slots=True)
class Owner:
    """A process that gives out numbers. It writes only while the row still has its epoch."""

    id: int
    epoch: int
    name: str


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a reading saw: every transaction before `oldest` has ended, none from `next` on had begun."""

    oldest: int
    next: int


@dataclass(frozen=True, slots=True)
class Book:
    """One interview's row: up to where it is folded into chunks, and its tombstone if it was erased."""

    key: int
    log_id: str
    owner: int | None
    mac_key: bytes | None
    opened_ms: int
    folded_seq: int
    folded_link: bytes
    folded_ms: int
    folded_bytes: int
    folded_journal: int
    erased_ms: int | None
    erased_why: str


BOOK_COLUMNS = (
    "key, log_id, owner, mac_key, opened_ms, folded_seq, folded_link, folded_ms, folded_bytes, "
    "folded_journal, erased_ms, erased_why"
)
CHUNK_COLUMNS = "first_seq, last_seq, last_ms, tracks, heads, bodies, proofs"


class Store(ABC):
    """Every method may be called from any thread. A connection is lent for one statement or transaction."""

    connections: Lending[Any]  # Any: each database has its own kind

    # -- what differs -----------------------------------------------------------------------------

    @abstractmethod
    def query(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows of one statement, which is committed at once outside `transaction`."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; may write from its first statement on."""

    @abstractmethod
    def commit(self, owner: Owner, at_ms: int, contents: bytes, blob: bytes) -> int:
        """Writes one journal blob and returns its id once it is durable. Raises Fenced."""

    @abstractmethod
    def hold(self, name: str) -> bool:
        """Takes the sign of life of the owner called `name` for this process; False where another has it."""

    @abstractmethod
    def let_go(self, name: str) -> None:
        """Gives the sign of life back."""

    @abstractmethod
    def is_alive(self, name: str) -> bool:
        """Whether some process, this one included, holds the sign of life of `name`."""

    @abstractmethod
    def scrub(self) -> None:
        """Makes deleted bytes go from the files as far as the database can."""

    @abstractmethod
    def close(self) -> None:
        """Closes every connection. The store is not used after that."""

    @abstractmethod
    def _dialect(self, statement: str) -> str: ...

    # -- the same for both ------------------------------------------------------------------------

    def migrate(self) -> None:
        """Brings the tables to this version. Harmless when they are, and when two processes try at once."""
        with self.transaction():
            self._serialise_migration()
            self.query("CREATE TABLE IF NOT EXISTS log_schema (version INTEGER NOT NULL)")
            rows = self.query("SELECT version FROM log_schema")
            done = rows[0][0] if rows else 0
            for step in STEPS[done:]:
                for statement in step:
                    self.query(self._dialect(statement))
            if done != len(STEPS):
                self.query("DELETE FROM log_schema")
                self.query("INSERT INTO log_schema (version) VALUES (?)", [len(STEPS)])

    @abstractmethod
    def _serialise_migration(self) -> None:
        """Waits, inside a transaction, until no other process is at the same."""

    def register(self, name: str, address: str = "") -> Owner:
        """The owner called `name` with an epoch of its own: a dead predecessor's commits fail from now on.

        Raises OwnedElsewhere while another process of that name lives.
        """
        if not self.hold(name):
            raise OwnedElsewhere(f"A process that owns logs as “{name}” is running already. Stop it first.")
        rows = self.query(
            "INSERT INTO log_owner (name, epoch, address) VALUES (?, 1, ?) ON CONFLICT (name) "
            "DO UPDATE SET epoch = log_owner.epoch + 1, address = excluded.address RETURNING id, epoch",
            [name, address],
        )
        return Owner(rows[0][0], rows[0][1], name)

    def retire(self, owner: Owner) -> None:
        """Gives all its interviews back and the owner up. For a clean stop."""
        with self.transaction():
            self.query("UPDATE log_book SET owner = NULL WHERE owner = ?", [owner.id])
            self.query("DELETE FROM log_owner WHERE id = ? AND epoch = ?", [owner.id, owner.epoch])
        self.let_go(owner.name)

    def claim(self, owner: Owner, log_ids: Iterable[str]) -> list[Book | OwnedElsewhere | Erased]:
        """Makes `owner` the one that writes these interviews, in one transaction; new ones get their row.

        An interview of a dead owner is taken over by raising that owner's epoch. One that cannot be had is
        answered with the reason in its place. Raises Fenced when `owner` itself is not one any more.
        """
        with self.transaction():
            if not self.query("SELECT 1 FROM log_owner WHERE id = ? AND epoch = ?", [owner.id, owner.epoch]):
                raise Fenced(f"owner {owner.id} ({owner.name}) is past its epoch {owner.epoch}")
            return [self._claim_one(owner, log_id) for log_id in log_ids]

    def _claim_one(self, owner: Owner, log_id: str) -> Book | OwnedElsewhere | Erased:
        self.query(
            "INSERT INTO log_book (log_id, owner, mac_key, folded_link) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (log_id) DO NOTHING",
            [log_id, owner.id, secrets.token_bytes(32), genesis(log_id)],
        )
        book = self.book(log_id, lock=True)
        assert book is not None, "its row was just made"
        if book.erased_ms is not None:
            return Erased(f"The log of this interview was erased ({book.erased_why}).")
        if book.owner == owner.id:
            return book
        if book.owner is not None:
            names = self.query("SELECT name FROM log_owner WHERE id = ?", [book.owner])
            if names and self.is_alive(names[0][0]):
                return OwnedElsewhere(f"The interview is open in another process ({names[0][0]}).")
            self.query("UPDATE log_owner SET epoch = epoch + 1 WHERE id = ?", [book.owner])
        self.query("UPDATE log_book SET owner = ? WHERE key = ?", [owner.id, book.key])
        return book

    def release(self, owner: Owner, log_ids: Sequence[str]) -> None:
        """Lets others have these interviews. Nothing of them may be on its way to a commit."""
        with self.transaction():
            for log_id in log_ids:
                self.query(
                    "UPDATE log_book SET owner = NULL WHERE log_id = ? AND owner = ?", [log_id, owner.id]
                )

    def owner_name(self, owner_id: int) -> str | None:
        rows = self.query("SELECT name FROM log_owner WHERE id = ?", [owner_id])
        return str(rows[0][0]) if rows else None

    def book(self, log_id: str, *, lock: bool = False) -> Book | None:
        tail = self._lock_clause() if lock else ""
        rows = self.query(f"SELECT {BOOK_COLUMNS} FROM log_book WHERE log_id = ?{tail}", [log_id])  # noqa: S608
        return _book(rows[0]) if rows else None

    def book_by_key(self, key: int, *, lock: bool = False) -> Book | None:
        tail = self._lock_clause() if lock else ""
        rows = self.query(f"SELECT {BOOK_COLUMNS} FROM log_book WHERE key = ?{tail}", [key])  # noqa: S608
        return _book(rows[0]) if rows else None

    def _lock_clause(self) -> str:
        return ""

    def journal_contents(self, after: int) -> tuple[list[tuple[int, int, bytes]], Horizon]:
        """(id, at_ms, table of contents) of every blob with a higher id than `after`, in order; and which
        transactions were seen.
        """
        rows = self.query(
            f"SELECT id, at_ms, contents, {self._horizon()} FROM log_journal WHERE id > ? ORDER BY id",  # noqa: S608
            [after],
        )
        horizon = Horizon(*rows[-1][3:]) if rows else Horizon(0, 0)
        return [(row[0], row[1], bytes(row[2])) for row in rows], horizon

    @abstractmethod
    def _horizon(self) -> str:
        """Two columns: the oldest transaction that a statement does not see the end of, and the next one."""

    def journal_blob(self, journal: int) -> tuple[bytes, bytes] | None:
        """(table of contents, blob), or None once it was trimmed."""
        rows = self.query("SELECT contents, blob FROM log_journal WHERE id = ?", [journal])
        return (bytes(rows[0][0]), bytes(rows[0][1])) if rows else None

    def journal_start(self) -> int:
        """The lowest id that is still there; 0 where the journal is empty."""
        return int(self.query("SELECT COALESCE(MIN(id), 0) FROM log_journal")[0][0])

    def chunks(self, book: int, after: int = -1) -> Iterator[Chunk]:
        """Chunks with entries beyond `after`, in order."""
        rows = self.query(
            f"SELECT {CHUNK_COLUMNS} FROM log_chunk WHERE book = ? AND last_seq > ? ORDER BY first_seq",  # noqa: S608
            [book, after],
        )
        return map(_chunk, rows)

    def put_chunk(self, book: int, chunk: Chunk) -> None:
        """Writes a chunk in the place of the one with the same first seq, if there is one."""
        self.query(
            f"INSERT INTO log_chunk (book, {CHUNK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
            "ON CONFLICT (book, first_seq) DO UPDATE SET last_seq = excluded.last_seq, "
            "last_ms = excluded.last_ms, tracks = excluded.tracks, heads = excluded.heads, "
            "bodies = excluded.bodies, proofs = excluded.proofs",
            [
                book,
                chunk.first_seq,
                chunk.last_seq,
                chunk.last_ms,
                json.dumps(chunk.tracks),
                chunk.heads,
                chunk.bodies,
                chunk.proofs,
            ],
        )

    def chunk_tracks(self, book: int) -> dict[str, int]:
        """The last seq of every track, as far as folded."""
        last: dict[str, int] = {}
        for (tracks,) in self.query("SELECT tracks FROM log_chunk WHERE book = ? ORDER BY first_seq", [book]):
            last.update(json.loads(tracks))
        return last

    def receipts(self, book: int) -> dict[str, Receipt]:
        rows = self.query("SELECT once, first_seq, last_seq, at_ms FROM log_receipt WHERE book = ?", [book])
        return {row[0]: Receipt(row[1], row[2], row[3]) for row in rows}

    def states(self, book: int) -> dict[str, tuple[int, bytes]]:
        """Track → (seq it holds everything up to, what `fold` was given to make of it)."""
        rows = self.query("SELECT track, upto_seq, body FROM log_state WHERE book = ?", [book])
        return {row[0]: (row[1], bytes(row[2])) for row in rows}

    def put_state(self, book: int, track: str, upto_seq: int, body: bytes) -> None:
        self.query(
            "INSERT INTO log_state (book, track, upto_seq, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (book, track) DO UPDATE SET upto_seq = excluded.upto_seq, body = excluded.body",
            [book, track, upto_seq, body],
        )

    def log_ids(self) -> list[str]:
        return [row[0] for row in self.query("SELECT log_id FROM log_book ORDER BY key")]


def _book(row: Row) -> Book:
    columns = list(row)
    columns[3] = None if row[3] is None else bytes(row[3])
    columns[6] = bytes(row[6])
    return Book(*columns)


def _chunk(row: Row) -> Chunk:
    bodies = None if row[5] is None else bytes(row[5])
    return Chunk(row[0], row[1], row[2], json.loads(row[3]), bytes(row[4]), bodies, bytes(row[6]))


@contextmanager
def opened(store: Store) -> Iterator[Store]:
    """`store` with its tables, closed at the end."""
    store.migrate()
    try:
        yield store
    finally:
        store.close()
