"""A writer for processes that own no interview: asks the relay on its local socket, or, where there is none,
writes.

no socket, or nobody behind it   nobody owns anything: take the interview for this append
no answer within two seconds     look again and ask again with the same `once`, then say that it is not saved
"""

import asyncio
import socket
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from otherside.bus.sockets import connect_stream
from otherside.kernel.errors import Unavailable
from otherside.kernel.ids import new_id
from otherside.log.entry import Receipt
from otherside.log.journal import JournalIndex
from otherside.log.lending import Lending
from otherside.log.sequencer import Append
from otherside.log.store import OwnedElsewhere, Store
from otherside.relay import calls
from otherside.relay.calls import Answer, Call
from otherside.relay.client import Direct
from otherside.relay.limits import APPEND_WAIT_MS
from otherside.relay.ticket import Grant

TRIES = 2


class _Nobody(Exception):
    """No process listens on the socket."""


@dataclass
class Remote:
    """`socket_path` is the relay's, `token` the service token both were given. Safe from any thread."""

    store: Store
    socket_path: Path
    token: str

    def __post_init__(self) -> None:
        self.index = JournalIndex(self.store)
        self._lines = Lending(lambda: connect_stream(self.socket_path), lambda line: line.fileno() >= 0)
        self._direct = Direct(self.store)

    def append(self, log_id: str, append: Append) -> Receipt:
        # A name of our own makes asking again safe: the answer may be what was lost.
        once = append.once if append.once is not None else f"try:{new_id()}"
        entries = [(e.actor, e.track, e.kind, e.version, e.body, e.merged) for e in append.entries]
        of = None if append.of is None else list(append.of)
        call = calls.AppendCall(self.token, log_id, entries, once, append.after, of)
        try:
            answer = self._ask(call)
        except _Nobody:
            return self._write(log_id, Append(append.entries, once, append.after, append.of))
        if answer.error:
            raise calls.error_of(answer)
        return Receipt(answer.first_seq, answer.last_seq, answer.at_ms, answer.repeated)

    def _write(self, log_id: str, append: Append) -> Receipt:
        try:
            return self._direct.append(log_id, append)
        except OwnedElsewhere as error:
            raise Unavailable(
                "Not saved: the room's server is starting or stopping. Try again in a moment."
            ) from error

    def publish(self, log_id: str, track: str, payload: bytes) -> None:
        self._tell(calls.PublishCall(self.token, log_id, track, payload))

    def regrant(self, log_id: str, member: int, grants: tuple[Grant, ...]) -> None:
        pairs = [(grant.pattern, grant.write) for grant in grants]
        self._tell(calls.RegrantCall(self.token, log_id, member, pairs))

    def close_member(
        self, log_id: str, member: int, reason: str, *, tickets_until: datetime | None = None
    ) -> None:
        until_ms = None if tickets_until is None else int(tickets_until.timestamp() * 1000)
        self._tell(calls.CloseCall(self.token, log_id, member, reason, until_ms))

    def release(self, log_id: str, reason: str) -> None:
        self._tell(calls.ReleaseCall(self.token, log_id, reason))

    def present(self, log_id: str) -> frozenset[int]:
        answer = self._tell(calls.PresentCall(self.token, log_id))
        return frozenset(answer.members)

    def close(self) -> None:
        """Closes every line, and the store."""
        self._lines.close()
        self._direct.close()

    def _tell(self, call: Call) -> Answer:
        """Like `_ask`, but where nobody listens nobody is connected either, and there is nothing to do."""
        try:
            answer = self._ask(call)
        except _Nobody:
            return Answer()
        if answer.error:
            raise calls.error_of(answer)
        return answer

    def _ask(self, call: Call) -> Answer:
        _refuse_event_loop()
        problem: OSError | None = None
        for _ in range(TRIES):
            try:
                return self._exchange(call)
            except (FileNotFoundError, ConnectionRefusedError) as error:
                raise _Nobody from error
            except OSError as error:
                problem = error
        raise Unavailable(
            f"Not saved: the room's server did not answer within {APPEND_WAIT_MS // 1000} seconds. Try again."
        ) from problem

    def _exchange(self, call: Call) -> Answer:
        """One call on a connection of its own; one that had a problem is not used again, nor those beside
        it."""
        with self._lines.lend() as line:
            deadline = time.monotonic() + APPEND_WAIT_MS / 1000
            try:
                line.settimeout(APPEND_WAIT_MS / 1000)
                line.sendall(calls.write_message(call))
                (size,) = calls.LENGTH.unpack(_receive(line, calls.LENGTH.size, deadline))
                return calls.read_answer(_receive(line, size, deadline))
            except (OSError, msgspec.MsgspecError) as error:
                line.close()
                self._lines.drop_idle()
                raise OSError(str(error)) from error


def _receive(line: socket.socket, size: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    while size:
        line.settimeout(max(0.001, deadline - time.monotonic()))
        part = line.recv(size)
        if not part:
            raise ConnectionResetError("the relay closed the line")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _refuse_event_loop() -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise AssertionError(
        "relay.client blocks: call it from a thread, not on an event loop (asyncio.to_thread)"
    )
