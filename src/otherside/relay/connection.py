"""A socket: one asyncio.Protocol each, with no buffer of its own but for the rest of a frame.

The same class works alone under `loop.create_server` and as uvicorn's `ws=` (uvicorn reads the request, makes
`cls(config=, server_state=, app_state=)`, calls `connection_made` and hands the request over as if it came
from the wire). `server.protocol_class(relay)` makes the class that knows its relay.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, cast

from otherside.log.track import is_track
from otherside.relay.documents import is_document
from otherside.relay.limits import (
    FRAME_BYTES_MAX,
    HANDSHAKE_MS_MAX,
    QUEUED_BYTES_MAX,
    REQUEST_BYTES_MAX,
    WAITING_BYTES_MAX,
)
from otherside.relay.session import Session
from otherside.relay.ticket import BadTicket, Ticket, verify
from otherside.relay.websocket import (
    BAD_TICKET,
    FULL,
    NOT_ALLOWED,
    PING,
    PONG,
    TEXT,
    TOO_SLOW,
    TRY_AGAIN,
    UNSUPPORTED,
    BadFrame,
    BadRequest,
    FrameReader,
    Upgrade,
    accept,
    close_frame,
    frame,
    read_upgrade,
    refuse,
)

if TYPE_CHECKING:
    from otherside.relay.server import Relay

log = logging.getLogger(__name__)
ROOM_PATH = "/relay"
PLAIN_PATH = "/relay/y/"


class Connection(asyncio.Protocol):
    """From the first byte to the last. States: request wanted, waiting for the room, inside, closed."""

    relay: ClassVar["Relay"]

    def __init__(self, config: object = None, server_state: object = None, app_state: object = None) -> None:
        del config, app_state  # uvicorn's, for protocols that run an ASGI application
        # uvicorn's set of connections that it tells to stop; none where we run alone.
        self._connections: set[object] | None = getattr(server_state, "connections", None)
        self._request = b""
        self._reader: FrameReader | None = None
        self._early: list[bytes] | None = []
        self._session: Session | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._closed = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are none of asyncio's classes, though they do the same.
        self._transport = cast("asyncio.Transport", transport)
        # More than this waiting for one client means it does not keep up: it is closed, never waited for.
        self._transport.set_write_buffer_limits(high=QUEUED_BYTES_MAX.value)
        self._deadline = asyncio.get_running_loop().call_later(HANDSHAKE_MS_MAX.value / 1000, self._too_late)
        self.relay.connections.add(self)
        if self._connections is not None:
            self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        del exc  # why a line broke is nothing that anybody can act on
        self._closed = True
        self._done()
        self.relay.connections.discard(self)
        if self._connections is not None:
            self._connections.discard(self)

    def _done(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if self._session is not None:
            self._session.write = nowhere
            self._session.hub.leave(self._session)

    def pause_writing(self) -> None:
        if self._session is not None:
            log.info("slow client log=%s member=%d", self._session.room.log_id, self._session.member)
        self._closed = True
        self._done()
        # Its buffer is full, so a close frame would never arrive in time: say it if it fits, and cut.
        self._transport.write(close_frame(TOO_SLOW, "This browser did not keep up."))
        asyncio.get_running_loop().call_later(1.0, self._transport.abort)

    def shutdown(self) -> None:
        """The server stops; uvicorn calls this."""
        self.end(TRY_AGAIN, "The server restarts. Connecting again.")

    def _too_late(self) -> None:
        self._deadline = None
        self._transport.abort()

    # -- in ------------------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        reader = self._reader
        if reader is None:
            self._take_request(data)
            return
        if self._closed:
            return
        try:
            messages = reader.feed(data)
            if messages:
                if self._early is not None:
                    self._wait(self._early, messages)
                elif self._session is not None:
                    self._session.receive(messages)
            if reader.others:
                self._take_others(reader)
        except BadFrame as error:
            self._bad(error)

    def _wait(self, early: list[bytes], messages: list[bytes]) -> None:
        early += messages
        if sum(map(len, early)) > WAITING_BYTES_MAX.value:
            raise BadFrame("too much was sent before the room was there", TOO_SLOW)

    def _take_others(self, reader: FrameReader) -> None:
        others, reader.others = reader.others, []
        if self._session is not None:
            self._session.spend(len(others))
        for opcode, payload in others:
            if opcode == TEXT:
                raise BadFrame("text, where only binary messages are spoken", UNSUPPORTED)
            if self._closed or self._take_control(opcode, payload):
                return

    def _bad(self, error: BadFrame) -> None:
        session = self._session
        if session is not None:
            log.warning("bad frame log=%s member=%d why=%s", session.room.log_id, session.member, error)
        self.end(error.code, str(error))

    def _take_control(self, opcode: int, payload: bytes) -> bool:
        """Answers a ping or a close; True where the connection is over."""
        if opcode == PING:
            self._put(frame(payload, PONG))
            return False
        if opcode == PONG:
            return False  # that it came is what counts, and it was counted
        code = int.from_bytes(payload[:2], "big") if len(payload) >= 2 else 1000
        self.end(code if 1000 <= code < 5000 else 1002, "")
        return True

    # -- the request ---------------------------------------------------------------------------------

    def _take_request(self, data: bytes) -> None:
        self._request += data
        end = self._request.find(b"\r\n\r\n")
        if end < 0:
            if len(self._request) > REQUEST_BYTES_MAX.value:
                self._refuse(BadRequest(431, "the request is too long"))
            return
        raw, rest = self._request[: end + 4], self._request[end + 4 :]
        self._request = b""
        try:
            upgrade = read_upgrade(raw)
            if not self.relay.allows_origin(upgrade.origin, upgrade.host):
                raise BadRequest(403, f"pages of {upgrade.origin} may not open this relay")
            if upgrade.path != ROOM_PATH and not upgrade.path.startswith(PLAIN_PATH):
                raise BadRequest(404, "there is no WebSocket at this address")
        except BadRequest as error:
            self._refuse(error)
            return
        self._reader = FrameReader(FRAME_BYTES_MAX.value)
        self._put(accept(upgrade.key))
        # From here on a refusal is a close with a code, because a browser cannot see an HTTP status.
        self._admit(upgrade)
        if rest and not self._closed:
            self.data_received(rest)

    def _admit(self, upgrade: Upgrade) -> None:
        try:
            ticket = verify(upgrade.query.get("ticket", ""), self.relay.key, datetime.now(UTC))
        except BadTicket as error:
            self.end(BAD_TICKET, str(error))
            return
        if self.relay.hub.stopping:
            self.end(TRY_AGAIN, "The server restarts. Connecting again.")
            return
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if upgrade.path == ROOM_PATH:
            self._enter(ticket, None, acks=True)
            return
        log_id, _, track = upgrade.path[len(PLAIN_PATH) :].partition("/")
        if log_id != ticket.log_id or not opens_document(ticket, track):
            self.end(NOT_ALLOWED, "This ticket is for another document.")
            return
        self._enter(ticket, track, acks=upgrade.query.get("acks") == "1")

    def _enter(self, ticket: Ticket, plain_track: str | None, *, acks: bool) -> None:
        hub = self.relay.hub
        session = self._session = hub.open_session(ticket, self._transport.write, self.end)
        if plain_track is not None and not session.open_plain(plain_track, acks=acks):
            self.end(FULL, "Too many documents are open in this room.")
            return
        hub.enter(session, self._inside)

    def _inside(self) -> None:
        early, self._early = self._early, None
        if early and self._session is not None:
            try:
                self._session.receive(early)
            except BadFrame as error:
                self._bad(error)

    # -- out -----------------------------------------------------------------------------------------

    def _put(self, data: bytes) -> None:
        if data and not self._closed:
            try:
                self._transport.write(data)
            except RuntimeError:
                # uvloop: the handle is closed and connection_lost() is on its way.
                self._closed = True

    def _refuse(self, error: BadRequest) -> None:
        self._put(refuse(error))
        self._closed = True
        self._transport.close()

    def end(self, code: int, reason: str) -> None:
        """Closes with `code`; whoever is written to after that is not."""
        if self._closed:
            return
        self._put(close_frame(code, reason) if self._reader is not None else b"")
        self._closed = True
        self._done()
        self._transport.close()


def nowhere(data: bytes) -> None:
    """Where a session writes whose connection is closed."""


def opens_document(ticket: Ticket, track: str) -> bool:
    """Whether `track` is a document that `ticket` lets its holder read."""
    return is_track(track) and is_document(track) and any(grant.allows(track) for grant in ticket.grants)
