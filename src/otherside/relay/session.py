"""One connected member: reads their messages, checks each against their grants, and answers. No sockets here.

A data frame is a sync message of step 2 or update. Each is settled in the order it came: durable, or refused
by name. `settled` counts them; the number rides on whatever goes out, or goes by itself a little later.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from otherside.kernel.errors import DomainError, LimitReached
from otherside.log.record import MERGED
from otherside.log.sequencer import Update, full
from otherside.relay import frames
from otherside.relay.awareness import colour_of, identity_of
from otherside.relay.cursors import AWARENESS_HEAD, take_cursors, take_one_cursor
from otherside.relay.documents import first_client, is_update, number_of_clients, says_nothing_new
from otherside.relay.entries import CLIENT_BOUND, PRESENCE, ClientBound
from otherside.relay.frames import EMPTY_UPDATE, FROM_CLIENT, FrameKind
from otherside.relay.journal import Mark
from otherside.relay.limits import (
    CLIENT_IDS_MAX,
    DOCUMENT_BYTES_MAX,
    KEEP_ALIVE_MS,
    LISTEN_MS,
    MESSAGES_PER_SECOND_MAX,
    SILENT_MS_MAX,
)
from otherside.relay.opening import open_track, read_control
from otherside.relay.room import Channel, Room, check_vector
from otherside.relay.ticket import Grant, Ticket
from otherside.relay.websocket import (
    BAD_DATA,
    NOT_ALLOWED,
    PING,
    TOO_MANY_MESSAGES,
    TRY_AGAIN,
    BadFrame,
    frame,
)

if TYPE_CHECKING:
    from otherside.relay.hub import Hub

log = logging.getLogger(__name__)
Close = Callable[[int, str], None]


UPDATE_HEAD = bytes((frames.SYNC, frames.UPDATE))


class Session:
    """`write` takes WebSocket frames; `end(code, reason)` closes. `plain_track` is set on the y-websocket
    path.
    """

    __slots__ = (
        "ack_due", "acks", "budget", "channel", "channels", "closed", "end", "grants", "heard", "hub",
        "identity", "looks", "member", "name", "numbers", "plain", "received", "retired", "room", "settled",
        "silent", "ticket_until_ms", "write",
    )  # fmt: skip

    def __init__(
        self, hub: "Hub", room: Room, ticket: Ticket, write: Callable[[bytes], None], end: Close
    ) -> None:
        self.hub = hub
        self.room = room
        self.member = ticket.member
        self.name = ticket.name
        self.grants = ticket.grants
        self.ticket_until_ms = int(ticket.expires_at.timestamp() * 1000)
        self.identity = identity_of(ticket.name, ticket.member)
        self.write = write
        self.end = end
        self.channel: Channel | None = None  # the one channel of a plain connection
        self.channels: dict[int, Channel] = {}
        self.numbers: dict[str, int] = {}
        self.retired: set[int] = set()
        self.received = self.settled = 0
        self.ack_due = False
        self.acks = True
        self.budget = MESSAGES_PER_SECOND_MAX.value * 10
        self.heard = True
        self.silent = 0  # how many looks found that nothing had come since the one before
        self.looks = 0
        self.closed = False
        self.plain = False

    # -- out ------------------------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Ready frames; an acknowledgement that is due goes with them."""
        if self.ack_due:
            self.ack_due = False
            data += self.settled_frame()
        try:
            self.write(data)
        except RuntimeError:
            return  # uvloop: the line broke in this very moment, and connection_lost() is on its way

    def settled_frame(self) -> bytes:
        message = frames.settled_message(self.settled)
        return frame(message if self.plain else b"\x00" + message)

    def tell(self, **fields: object) -> None:
        """A control message; a plain connection has no ear for it."""
        if not self.plain:
            self.send(frame(b"\x00" + frames.control_message(msgspec.json.encode(fields))))

    def to_track(self, channel: Channel, message: bytes) -> None:
        self.send(frame(message if self.plain else channel.track.prefix + message))

    def listen(self) -> None:
        """Every LISTEN_MS: a ping to whoever said nothing, and now and then a message to everybody, because
        browsers count no pings."""
        self.silent = 0 if self.heard else self.silent + 1
        self.heard = False
        self.looks += 1
        if self.silent * LISTEN_MS > SILENT_MS_MAX:
            self.end(TRY_AGAIN, "Nothing was heard from this browser for a while.")
            self.hub.leave(self)
            return
        if self.silent:
            self.send(frame(b"", PING))
        if self.looks % (KEEP_ALIVE_MS // LISTEN_MS):
            return
        if self.plain:
            self.send(frame(frames.awareness_message(b"\x00")))
        else:
            self.tell(type="time", nowMs=self.room.now_ms(self.hub.utc_ms()))

    # -- entering and leaving -------------------------------------------------------------------------

    def may(self, track: str, *, write: bool = False) -> bool:
        return any(grant.allows(track, write=write) for grant in self.grants)

    def welcome(self) -> None:
        self.tell(
            type="welcome",
            member=self.member,
            name=self.name,
            color=colour_of(self.member),
            nowMs=self.room.now_ms(self.hub.utc_ms()),
        )

    def open_plain(self, name: str, *, acks: bool) -> bool:
        """The y-websocket path: one document, no control messages. False where the room has no place for
        it. The caller has looked whether the ticket allows it.
        """
        track = self.room.open(name, self.member)
        if track is None:
            return False
        assert track.document is not None, "the caller has looked"
        self.acks = acks
        self.plain = True
        self.channel = Channel(self, track, self.may(name, write=True))
        track.join(self.channel)
        return True

    def leave(self) -> None:
        """The connection is gone: cursors vanish at once, not after Yjs's thirty seconds."""
        self.closed = True
        for channel in [*self.channels.values(), *([self.channel] if self.channel else [])]:
            channel.track.leave(channel)
        self.channels.clear()

    def regrant(self, grants: tuple[Grant, ...]) -> None:
        """From the next frame on these grants count. Tracks that may not be read any more are closed at
        once.
        """
        self.grants = grants
        if self.channel is not None:
            if not self.may(self.channel.track.name):
                self.end(NOT_ALLOWED, "You may not read this document any more.")
                return
            self.channel.write = self.may(self.channel.track.name, write=True)
            return
        for number, channel in list(self.channels.items()):
            name = channel.track.name
            if not self.may(name):
                self._drop(number, channel)
                self.tell(
                    type="closed", track=name, code="not-allowed", message="You may not read this any more."
                )
            elif channel.write is not (write := self.may(name, write=True)):
                channel.write = write
                self.tell(type="rights", track=name, write=write)
        self.tell(type="granted")

    def _drop(self, number: int, channel: Channel) -> None:
        del self.channels[number], self.numbers[channel.track.name]
        self.retired.add(number)
        channel.track.leave(channel)

    # -- in -------------------------------------------------------------------------------------------

    def spend(self, count: int) -> None:
        """So many messages came. Raises BadFrame for somebody who talks too much."""
        self.heard = True
        self.budget -= count
        if self.budget < 0:
            most = MESSAGES_PER_SECOND_MAX
            raise BadFrame(f"more than {most.value} {most.unit}", TOO_MANY_MESSAGES)

    def receive(self, messages: list[bytes]) -> None:
        """Messages of one read. What they mean for the others leaves as one write a peer. Raises BadFrame."""
        self.spend(len(messages))
        now_ms = self.hub.utc_ms()
        out: list[bytes] = []
        current = plain = self.channel
        for payload in messages:
            channel, at = plain, 0
            if channel is None:
                number, at = frames.read_varuint(payload, 0)
                if number == 0:
                    self._share(current, out)
                    self._control(payload, at)
                    continue
                channel = self.channels.get(number)
                if channel is None:
                    self._unopened(number, payload, at)
                    continue
                if channel is not current:
                    self._share(current, out)
                    current = channel
            message = self._message(channel, payload, at, now_ms)
            if message is not None:
                out.append(message)
        self._share(current, out)

    def _share(self, channel: Channel | None, out: list[bytes]) -> None:
        if out and channel is not None:
            channel.track.share(out, self, bare=self.plain)
            out.clear()

    def _message(self, channel: Channel, payload: bytes, at: int, now_ms: int) -> bytes | None:
        """What the others shall get of it, behind what was before `at`; None for nothing. The hot path: an
        update, then a cursor.
        """
        # A keystroke: sync, update, its size in one byte, and nothing behind it. All else takes the long way.
        if payload.startswith(UPDATE_HEAD, at):
            start = at + 3
            size = len(payload) - start
            if size < 0 or not payload[at + 2] == size < 128:
                return self._long_message(channel, payload, at, now_ms)
            return payload if self._update(channel, payload[start:], 0, now_ms) else None
        if payload.startswith(AWARENESS_HEAD, at):
            cursor = take_one_cursor(channel, payload, at, self.identity)
            if cursor is not None:
                return payload[:at] + cursor if at else cursor
        return self._long_message(channel, payload, at, now_ms)

    def _long_message(self, channel: Channel, payload: bytes, at: int, now_ms: int) -> bytes | None:
        kind, body_at = frames.read_kind(payload, at)
        if kind is FrameKind.UPDATE:
            update = frames.read_whole(payload, body_at)
            return payload if self._update(channel, update, 0, now_ms) else None
        if kind is FrameKind.AWARENESS:
            raw = frames.read_whole(payload, body_at)
            cursors = take_cursors(channel, raw, self.identity, lambda client: self._bind(client, channel))
            return None if cursors is None else payload[:at] + cursors
        if kind not in FROM_CLIENT or kind is FrameKind.CONTROL or channel.track.document is None:
            raise BadFrame(f"{kind.name} is not for a client to send on {channel.track.name}")
        if kind is FrameKind.STEP_1:
            self._step_1(channel, frames.read_whole(payload, body_at))
        elif kind is FrameKind.STEP_2:
            update = frames.read_whole(payload, body_at)
            if self._step_2(channel, update, now_ms):
                return payload[:at] + frames.sync_message(frames.UPDATE, update)
        elif (cursors := channel.track.document.cursor_message()) is not None:
            self.to_track(channel, cursors)
        return None

    def _step_1(self, channel: Channel, vector: bytes) -> None:
        check_vector(vector)
        self.hub.folder.greet(channel.track, vector, lambda messages: self._greeted(channel, messages))

    def _greeted(self, channel: Channel, messages: list[bytes]) -> None:
        if not self.closed:
            prefix = b"" if self.plain else channel.track.prefix
            self.send(b"".join([frame(prefix + message) for message in messages]))

    def _step_2(self, channel: Channel, update: bytes, now_ms: int) -> bool:
        if update == EMPTY_UPDATE:
            return False  # the usual answer of somebody who has nothing to tell; no data frame
        document = channel.track.document
        state = document.state if document is not None else None
        if state is not None and is_update(update) and says_nothing_new(update, state):
            self.received += 1
            self.hub.submit(self.room, Mark(self))
            return False
        return self._update(channel, update, MERGED, now_ms)

    def _update(self, channel: Channel, update: bytes, flags: int, now_ms: int) -> bool:
        """Takes an update into the room's order; False where it was refused by name."""
        track, room = channel.track, self.room
        document, head = track.document, room.head
        self.received += 1
        assert head is not None, "nobody enters a room before it has its head"
        if document is None:
            raise BadFrame(f"an update on {track.name}, which is no document")
        if not channel.write:
            self._refuse(track.name, "read-only", "You may read this document, not change it.")
            return False
        if not is_update(update):
            raise BadFrame(f"{len(update)} bytes on {track.name} are no Yjs update", BAD_DATA)
        size = len(update)
        if document.size + size > DOCUMENT_BYTES_MAX.value or head.bytes + size > track.bytes_max:
            self._too_large(track.name, document.size + size, size)
            return False
        # One keystroke: structs of one client, most often the same one as before.
        if not (update[0] == 1 and update.startswith(channel.known, 2)) and update[0] != 0:
            flags |= self._whose(channel, update)
        document.add(update)
        if document.is_long:
            self.hub.folder.shorten(track)
        room.pending += 1
        self.hub.journal.submit(Update(head, now_ms, self.member, track.names, flags, update, self))
        return True

    def _whose(self, channel: Channel, update: bytes) -> int:
        """Binds the client id to this member at first use; another member's makes the update a relayed
        one.
        """
        client = first_client(update)
        if client is None:
            return 0
        several = number_of_clients(update) > 1
        if not self._bind(client, channel):
            return MERGED
        if not several and update[1] < 128:
            channel.known = frames.write_varuint(client)
        return MERGED if several else 0

    def _bind(self, client: int, channel: Channel) -> bool:
        owner = self.room.clients.get(client)
        if owner is None:
            if len(self.room.clients) >= CLIENT_IDS_MAX.value:
                return False
            self.room.clients[client] = owner = self.member
            body = ClientBound(self.member, client, channel.track.name)
            self.hub.note(self.room, CLIENT_BOUND.new(body, track=PRESENCE, actor=self.member))
        return owner == self.member

    def _refuse(self, track: str, code: str, message: str) -> None:
        self.tell(type="refused", track=track, frame=self.received, code=code, message=message)
        self.hub.submit(self.room, Mark(self))

    def _too_large(self, track: str, document_bytes: int, size: int) -> None:
        try:
            DOCUMENT_BYTES_MAX.check(document_bytes, f"The document {track}")
            refusal: DomainError | None = full(self.room.head, size, track) if self.room.head else None
        except LimitReached as error:
            refusal = error
        self._refuse(track, LimitReached.code, str(refusal))
        # Much of it may be deleted text: once folded the next edit may find room again.
        self.hub.folder.shorten(self.room.track(track))

    # -- control --------------------------------------------------------------------------------------

    def _unopened(self, number: int, payload: bytes, at: int) -> None:
        kind, body_at = frames.read_kind(payload, at)
        if number not in self.retired:
            raise BadFrame(f"{kind.name} on track number {number}, which is not open")
        # It was on its way when the track was closed: refused by name, so that the count stays right.
        if kind is FrameKind.UPDATE or (
            kind is FrameKind.STEP_2 and frames.read_whole(payload, body_at) != EMPTY_UPDATE
        ):
            self.received += 1
            self._refuse("", "not-allowed", "This document was closed to you; the edit was not kept.")

    def _control(self, payload: bytes, at: int) -> None:
        kind, at = frames.read_kind(payload, at)
        if kind is not FrameKind.CONTROL:
            raise BadFrame(f"{kind.name} on track 0")
        control = read_control(frames.read_whole(payload, at))
        if control.type == "open":
            open_track(self, control.track, control.have)
        elif control.type == "close":
            number = self.numbers.get(control.track)
            if number is not None:
                self._drop(number, self.channels[number])
        else:
            raise BadFrame(f"a control message of type {control.type!r} is unknown")
