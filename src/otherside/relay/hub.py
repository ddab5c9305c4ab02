"""All the rooms of one process: who enters, what is written, who is told. Runs on one event loop, does no
I/O itself.

The journal writes, `load` reads a room's content, `later` calls back: a test gives its own and runs an hour
in a blink.
"""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from otherside.kernel.errors import DomainError, Unavailable
from otherside.log.entry import NewEntry, Receipt
from otherside.log.sequencer import Append, Head, Item
from otherside.relay import frames
from otherside.relay.acks import Acks, Settling
from otherside.relay.documents import is_document
from otherside.relay.entries import PRESENCE, PRESENCE_JOINED, PRESENCE_LEFT, Joined, Left
from otherside.relay.folder import Folder
from otherside.relay.journal import Batch, Journal, Work
from otherside.relay.limits import (
    CONNECTIONS_MAX,
    LISTEN_MS,
    MEMBER_CONNECTIONS_MAX,
    MESSAGES_PER_SECOND_MAX,
    ROOM_IDLE_MS,
    STREAM_BYTES_MAX,
)
from otherside.relay.quiet import changes
from otherside.relay.room import Content, Room
from otherside.relay.session import Session
from otherside.relay.ticket import Grant, Ticket
from otherside.relay.websocket import ENDED, FULL, TRY_AGAIN

log = logging.getLogger(__name__)
Later = Callable[[float, Callable[[], None]], object]
Answered = Callable[[Receipt | DomainError], None]
NOT_SAVED = "Not saved: the log could not be written. Try again in a moment."


class Owning(Protocol):
    """The sequencer, as far as the hub asks for it: in the journal's thread."""

    def claim(self, log_ids: list[str]) -> dict[str, Head | DomainError]: ...
    def release(self, log_ids: list[str]) -> None: ...
    def renew(self) -> None: ...


@dataclass(slots=True)
class Waiting:
    """An append on its way, with whoever waits for its receipt."""

    room: Room
    item: Item
    answered: Answered


class Hub:
    """`load(head, then)` reads a room's content somewhere else and calls `then` with it, or with an
    exception.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        owning: Owning,
        load: Callable[[Head, Callable[[Content | BaseException], None]], None],
        later: Later,
        utc_ms: Callable[[], int],
        chance: random.Random,
    ) -> None:
        self.journal = journal
        self.owning = owning
        self.load = load
        self.later = later
        self.utc_ms = utc_ms
        self.chance = chance
        self.rooms: dict[str, Room] = {}
        self.sessions: set[Session] = set()
        self.stopping = False
        self.broken = ""
        self._waiting: dict[int, Waiting] = {}
        self.acks = Acks(later)
        self.folder = Folder(later)
        self._ticks = 0

    # -- rooms ------------------------------------------------------------------------------------------

    def room(self, log_id: str) -> Room:
        found = self.rooms.get(log_id)
        if found is None:
            found = self.rooms[log_id] = Room(log_id, self.chance.randrange)
            room = found
            self.journal.call(
                lambda: self.owning.claim([log_id])[log_id], lambda answer: self._claimed(room, answer)
            )
        found.idle_since_ms = None
        return found

    def _claimed(self, room: Room, answer: object) -> None:
        if self.rooms.get(room.log_id) is not room:
            return
        if not isinstance(answer, Head):
            error = answer if isinstance(answer, DomainError) else None
            if error is None:
                log.error("claim failed log=%s error=%r", room.log_id, answer)
            self._give_up(room, error or Unavailable(NOT_SAVED))
            return
        for tear in answer.tears:
            log.error("log torn log=%s journal=%d why=%s", room.log_id, tear.journal, tear.why)
        room.head = answer
        waiting, room.waiting = room.waiting, []
        for act in waiting:
            act()
        self._load_if_wanted(room)

    def _give_up(self, room: Room, error: DomainError) -> None:
        """Whoever waits for the room is answered: a door that nobody opens any more must not stay shut."""
        del self.rooms[room.log_id]
        room.broken = error
        for act in [*room.waiting, *room.entering]:
            act()

    def _load_if_wanted(self, room: Room) -> None:
        if room.head is None or room.is_loaded or room.is_loading or not room.entering:
            return
        if room.head.next_seq == 0:
            room.load(Content())
            self._loaded(room)
            return
        room.is_loading = True
        self.load(room.head, lambda content: self._content(room, content))

    def _content(self, room: Room, content: Content | BaseException) -> None:
        if self.rooms.get(room.log_id) is not room:
            return
        if isinstance(content, BaseException):
            log.error("loading failed log=%s error=%r", room.log_id, content)
            self._give_up(room, Unavailable("This room's record cannot be read right now."))
            return
        room.load(content)
        self._loaded(room)

    def _loaded(self, room: Room) -> None:
        entering, room.entering = room.entering, []
        for act in entering:
            act()

    # -- members ----------------------------------------------------------------------------------------

    def enter(self, session: Session, then: Callable[[], None]) -> None:
        """Lets a session into its room; `then` runs once the content is there and it may speak."""
        room = session.room

        def inside() -> None:
            if session.closed:
                return
            if room.broken is not None:
                code = ENDED if room.broken.code == "erased" else TRY_AGAIN
                session.end(code, str(room.broken))
                return
            same = sum(peer.member == session.member for peer in room.peers)
            if len(room.peers) >= CONNECTIONS_MAX.value or same >= MEMBER_CONNECTIONS_MAX.value:
                session.end(FULL, "Too many connections to this room. Close the other tabs and reload.")
                return
            room.peers.append(session)
            self.sessions.add(session)
            session.welcome()
            if same == 0:
                self.note(
                    room, PRESENCE_JOINED.new(Joined(session.member), track=PRESENCE, actor=session.member)
                )
            then()

        if room.is_loaded:
            inside()
        else:
            room.entering.append(inside)
            self._load_if_wanted(room)

    def leave(self, session: Session) -> None:
        """The connection is gone."""
        if session.closed:
            return
        session.leave()
        room = session.room
        if session not in self.sessions:
            return
        self.sessions.discard(session)
        room.peers.remove(session)
        if session.member not in room.members:
            room.quiet.discard(session.member)
        if room.head is not None and session.member not in room.members and not self.broken:
            self.note(room, PRESENCE_LEFT.new(Left(session.member), track=PRESENCE, actor=session.member))

    def open_session(
        self, ticket: Ticket, write: Callable[[bytes], None], end: Callable[[int, str], None]
    ) -> Session:
        return Session(self, self.room(ticket.log_id), ticket, write, end)

    # -- writing ----------------------------------------------------------------------------------------

    def submit(self, room: Room, work: Work) -> None:
        room.pending += 1
        self.journal.submit(work)

    def note(self, room: Room, entry: NewEntry) -> None:
        """An entry of our own that nobody waits for."""
        self._append(room, Append((entry,)), lambda _: None)

    def append(self, log_id: str, append: Append, answered: Answered) -> None:
        """Writes for another process; `answered` gets the receipt once it is durable, or the refusal."""
        if self.stopping or self.broken:
            answered(
                Unavailable(f"Not saved: {self.broken or 'the relay is stopping'}. Try again in a moment.")
            )
            return
        room = self.room(log_id)
        if room.head is not None:
            self._append(room, append, answered)
            return

        def now() -> None:
            if room.broken is not None:
                answered(room.broken)
            else:
                self._append(room, append, answered)

        room.waiting.append(now)

    def _append(self, room: Room, append: Append, answered: Answered) -> None:
        assert room.head is not None, "the caller has looked"
        item = Item(room.head, self.utc_ms(), append)
        self._waiting[id(item)] = Waiting(room, item, answered)
        self.submit(room, item)

    def settled(self, batch: Batch) -> None:
        """A commit is durable: whoever waited is told, and so are the readers of what was appended."""
        owed: list[Settling] = []
        for work in batch:
            if isinstance(work, Item):
                self._answered(work)
                continue
            session: Session = work.token  # type: ignore[assignment]
            session.settled += 1
            session.room.pending -= 1
            if not session.ack_due:
                owed.append(session)
        self.acks.owe(owed)

    def _answered(self, item: Item) -> None:
        waiting = self._waiting.pop(id(item))
        waiting.room.pending -= 1
        answer = item.answer
        assert answer is not None, "it was packed"
        if isinstance(answer, Receipt) and not answer.repeated:
            for seq, entry in zip(item.seqs, item.append.entries, strict=True):
                self._deliver(waiting.room, seq, item.at_ms, entry)
        waiting.answered(answer)

    def _deliver(self, room: Room, seq: int, at_ms: int, entry: NewEntry) -> None:
        message = (
            b""
            if is_document(entry.track)
            else frames.entry_message(at_ms, entry.actor, entry.version, entry.kind, entry.body)
        )
        if room.is_loading:
            room.late.append((seq, entry.track, entry.kind, message, entry.body))
        elif room.is_loaded:
            room.deliver(entry.track, entry.kind, message, entry.body)

    def lost(self, error: BaseException, batch: Batch) -> None:
        """A commit failed, or another owner took over: nothing more is promised to anybody who is here.

        Everybody is sent away and comes back to rooms that are read anew; their browsers still hold what was
        not acknowledged and bring it along.
        """
        log.error("commit lost entries=%d error=%r", len(batch), error)
        for work in batch:
            if isinstance(work, Item) and (waiting := self._waiting.pop(id(work), None)) is not None:
                waiting.answered(Unavailable(NOT_SAVED))
        if not self.broken:
            self.broken = "the log could not be written"
            self._send_away(TRY_AGAIN, "What you typed last is not saved yet. Connecting again.")
            for room in list(self.rooms.values()):
                self._give_up(room, Unavailable(NOT_SAVED))
            self.journal.call(self.owning.renew, self._renewed)

    def _renewed(self, answer: object) -> None:
        if answer is None:
            self.broken = ""
            return
        log.critical("this process cannot own logs any more error=%r", answer)
        self.later(2.0, lambda: self.journal.call(self.owning.renew, self._renewed))

    def _send_away(self, code: int, reason: str) -> None:
        for session in list(self.sessions):
            session.end(code, reason)
            self.leave(session)

    # -- asked by other processes -----------------------------------------------------------------------

    def publish(self, log_id: str, track: str, payload: bytes) -> None:
        """Raises LimitReached for a piece that is too large."""
        STREAM_BYTES_MAX.check(len(payload), "A piece of a stream")
        room = self.rooms.get(log_id)
        if room is not None and track in room.tracks:
            room.tracks[track].send(frames.stream_message(payload))

    def regrant(self, log_id: str, member: int, grants: tuple[Grant, ...]) -> None:
        for session in self._sessions_of(log_id, member):
            session.regrant(grants)

    def close_member(
        self, log_id: str, member: int, reason: str, tickets_until_ms: int | None = None
    ) -> None:
        """All connections for good; or those whose ticket ends by then, to come back with a fresh one."""
        for session in self._sessions_of(log_id, member):
            if tickets_until_ms is None:
                session.end(ENDED, reason)
            elif session.ticket_until_ms <= tickets_until_ms:
                session.end(TRY_AGAIN, reason)
            else:
                continue
            self.leave(session)

    def present(self, log_id: str) -> frozenset[int]:
        room = self.rooms.get(log_id)
        return room.members if room is not None else frozenset()

    def release(self, log_id: str, reason: str, then: Callable[[object], None]) -> None:
        """Closes a room and gives its log back once all that was said in it is written."""
        room = self.rooms.get(log_id)
        if room is not None:
            self._give_up(room, Unavailable(reason))
        for session in list(self.sessions):
            if session.room is room:
                session.end(TRY_AGAIN, reason)
                self.leave(session)
        self.journal.call(lambda: self.owning.release([log_id]), then)

    def _sessions_of(self, log_id: str, member: int) -> list[Session]:
        room = self.rooms.get(log_id)
        if room is None:
            return []
        return [s for s in self.sessions if s.room is room and s.member == member]

    # -- once a second ----------------------------------------------------------------------------------

    def tick(self) -> None:
        """Keeps lines alive, drops silent ones, refills what each may send, frees rooms that nobody is in."""
        self._ticks += 1
        every = LISTEN_MS // 1000
        most = MESSAGES_PER_SECOND_MAX.value
        for session in list(self.sessions):
            session.budget = min(session.budget + most, most * 10)
            if (id(session) >> 6) % every == self._ticks % every:
                session.listen()
                for entry in changes(session.room, session.member, self.utc_ms):
                    self.note(session.room, entry)
        self._free_rooms()

    def _free_rooms(self) -> None:
        now = self.utc_ms()
        idle = []
        for room in self.rooms.values():
            if room.peers or room.pending or room.head is None or room.entering or room.is_loading:
                room.idle_since_ms = None
            elif room.idle_since_ms is None:
                room.idle_since_ms = now
            elif now - room.idle_since_ms >= ROOM_IDLE_MS:
                idle.append(room.log_id)
        for log_id in idle:
            del self.rooms[log_id]
        if idle:
            self.journal.call(lambda: self.owning.release(idle), self._released)

    def _released(self, answer: object) -> None:
        if answer is not None:
            log.warning("release failed error=%r", answer)

    def stop(self) -> None:
        """No new work; everybody is sent away to come back in a moment. The journal is drained by the
        caller.
        """
        self.stopping = True
        self._send_away(TRY_AGAIN, "The server restarts. Connecting again.")
