"""What the apps call: write to an interview's log, read it, and tell whoever is connected.

Configured once by a door (`configure`), or by a test with `Direct`. All of it is synchronous and may be
called from any thread but an event loop's.

    receipt = relay.append(log_id, [HINT_SHOWN.new(body, track="hint", actor=1)], once="hint:lru:3")

`append` refuses to work inside a database transaction: rows and log cannot be undone together. An action that
needs both writes an outbox row (`delivery.actions.enqueue_entry`).
"""

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from otherside.kernel.ids import new_id
from otherside.log import erase as erasing
from otherside.log.entry import Entry, NewEntry, Receipt
from otherside.log.journal import JournalIndex
from otherside.log.read import Verification, read_entries
from otherside.log.read import verify as verify_log
from otherside.log.sequencer import Append, Sequencer, Stale
from otherside.log.sqlite import SqliteStore
from otherside.log.store import Store
from otherside.relay.ticket import Grant

__all__ = [
    "Direct", "Stale", "Writer", "append", "close_member", "configure", "entries", "erase", "forget",
    "open_log", "present", "publish", "redact", "regrant", "verify",
]  # fmt: skip


class Writer(Protocol):
    """How a process reaches the one that owns an interview."""

    store: Store
    index: JournalIndex

    def append(self, log_id: str, append: Append) -> Receipt: ...
    def publish(self, log_id: str, track: str, payload: bytes) -> None: ...
    def regrant(self, log_id: str, member: int, grants: tuple[Grant, ...]) -> None: ...
    def close_member(
        self, log_id: str, member: int, reason: str, *, tickets_until: datetime | None = None
    ) -> None: ...
    def present(self, log_id: str) -> frozenset[int]: ...
    def release(self, log_id: str, reason: str) -> None: ...


@dataclass
class _Configured:
    writer: Writer
    in_transaction: Callable[[], bool]


_configured: list[_Configured] = []


def configure(writer: Writer, *, in_transaction: Callable[[], bool] = lambda: False) -> None:
    """For doors: how this process writes, and how one sees that a database transaction is open."""
    _configured[:] = [_Configured(writer, in_transaction)]


def forget() -> None:
    """Undoes `configure`. For tests."""
    _configured.clear()


def _writer() -> Writer:
    assert _configured, (
        "relay.client is not configured: a door calls configure(), a test uses in_process_relay"
    )
    return _configured[0].writer


def append(
    log_id: str,
    entries: Sequence[NewEntry],
    *,
    once: str | None = None,
    after: int | None = None,
    of: Collection[str] | None = None,
) -> Receipt:
    """Writes `entries` together and returns their numbers once they are durable.

    `once` names the append within the interview: a second one of that name adds nothing and gets the first
    receipt, `repeated`. `after` is the seq of the last entry that was read when this was decided: raises
    Stale where a later one is already on the tracks `of` (names or patterns; default: the tracks of
    `entries`).

    Raises Unavailable ("Not saved: …") when the owner cannot be reached, LimitReached when the log is full,
    NotFound when it was erased, AssertionError inside a database transaction.
    """
    configured = _configured[0] if _configured else None
    assert configured is not None, "relay.client is not configured"
    assert not configured.in_transaction(), (
        "relay.append inside a database transaction: the two cannot be undone together. "
        "Use delivery.actions.enqueue_entry, or append after the transaction."
    )
    patterns = None if of is None else tuple(of)
    return configured.writer.append(log_id, Append(tuple(entries), once, after, patterns))


def open_log(log_id: str, first: NewEntry) -> Receipt:
    """Writes entry 0, from which `at_ms` counts. Idempotent: the log is opened once, whoever asks again."""
    return append(log_id, [first], once="log:open")


def entries(log_id: str, *, tracks: Collection[str] | None = None, after: int = -1) -> list[Entry]:
    """The committed entries on these tracks (names, or patterns as `doc:*`) behind `after`, in order.

    `doc:*` never stands for `doc:panel-…`. An interview without a log has none. Reads the database, not the
    owner.
    """
    writer = _writer()
    return read_entries(writer.store, writer.index, log_id, tracks=tracks, after=after)


def verify(log_id: str) -> Verification:
    """Whether the chain of the log holds, computed anew. Raises NotFound where there is none."""
    writer = _writer()
    return verify_log(writer.store, writer.index, log_id)


def publish(log_id: str, track: str, payload: bytes) -> None:
    """Passes bytes on to whoever reads `track` now. They are not kept; nobody connected is no mistake."""
    _writer().publish(log_id, track, payload)


def regrant(log_id: str, member: int, grants: Sequence[Grant]) -> None:
    """Gives a connected member these grants instead of those of their ticket, at once."""
    _writer().regrant(log_id, member, tuple(grants))


def close_member(log_id: str, member: int, reason: str, *, tickets_until: datetime | None = None) -> None:
    """Ends every connection of a member, who is told `reason` and does not come back by themselves.

    With `tickets_until` only those whose ticket was to end by then: for whoever cannot say which browser it
    was that may not stay. Each asks for a fresh ticket and is back in a moment if it gets one.
    """
    _writer().close_member(log_id, member, reason, tickets_until=tickets_until)


def present(log_id: str) -> frozenset[int]:
    """The members who are connected now."""
    return _writer().present(log_id)


def redact(log_id: str, seqs: Collection[int]) -> int:
    """Deletes the bodies of these entries for good; the chain still verifies. Returns how many there were."""
    writer = _writer()
    writer.release(log_id, "Something is being removed from this room. It opens again at once.")
    return erasing.redact(writer.store, writer.index, log_id, seqs)


def erase(log_id: str, *, why: str) -> None:
    """Deletes every body of the interview's log and its key; a tombstone stays."""
    writer = _writer()
    writer.release(log_id, "This interview's record is being erased.")
    erasing.erase(writer.store, writer.index, log_id, why=why, at_ms=time.time_ns() // 1_000_000)


@dataclass
class Direct:
    """A writer without a relay: for tests, commands and whoever finds nobody at work.

    Takes an interview for each append and gives it back, unless `keep` (a test's log is nobody else's).
    `clock` gives UTC milliseconds; a demo that writes yesterday's hour passes its own.
    """

    store: Store
    clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    keep: bool = False
    published: list[tuple[str, str, bytes]] = field(default_factory=list)
    regranted: list[tuple[str, int, tuple[Grant, ...]]] = field(default_factory=list)
    closed: list[tuple[str, int, str]] = field(default_factory=list)
    renewed: list[tuple[str, int, datetime]] = field(default_factory=list)
    members: dict[str, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = JournalIndex(self.store)
        self._lock = threading.Lock()
        self._sequencer: Sequencer | None = None

    @classmethod
    def on_sqlite(cls, path: Path) -> "Direct":
        """On a new SQLite log that is nobody else's."""
        store = SqliteStore(path)
        store.migrate()
        return cls(store, keep=True)

    def _now(self) -> int:
        # Asked anew each time: whoever tells yesterday's hour sets another clock as it goes along.
        return self.clock()

    def append(self, log_id: str, append: Append) -> Receipt:
        with self._lock:
            if self._sequencer is None:
                owner = self.store.register(f"direct:{new_id()}")
                self._sequencer = Sequencer(self.store, owner, self._now, self.index)
            _, item = self._sequencer.write(log_id, append)
            if not self.keep:
                self._sequencer.release([log_id])
        assert isinstance(item.answer, Receipt), "refusals were raised"
        return item.answer

    def publish(self, log_id: str, track: str, payload: bytes) -> None:
        self.published.append((log_id, track, payload))

    def regrant(self, log_id: str, member: int, grants: tuple[Grant, ...]) -> None:
        self.regranted.append((log_id, member, grants))

    def close_member(
        self, log_id: str, member: int, reason: str, *, tickets_until: datetime | None = None
    ) -> None:
        if tickets_until is None:
            self.closed.append((log_id, member, reason))
        else:
            self.renewed.append((log_id, member, tickets_until))

    def present(self, log_id: str) -> frozenset[int]:
        return self.members.get(log_id, frozenset())

    def release(self, log_id: str, reason: str) -> None:
        del reason  # nobody is connected who could be told
        with self._lock:
            if self._sequencer is not None:
                self._sequencer.release([log_id])

    def close(self) -> None:
        """Gives everything back and closes the store."""
        with self._lock:
            if self._sequencer is not None:
                self.store.retire(self._sequencer.owner)
        self.store.close()
