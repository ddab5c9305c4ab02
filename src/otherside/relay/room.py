"""A room: the tracks of one interview that is open here, and who is connected to them. Bytes in, bytes
out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from otherside.kernel.errors import DomainError
from otherside.log.limits import step_of
from otherside.log.sequencer import Head, TrackName
from otherside.log.track import family_of
from otherside.relay.awareness import GONE, Cursor, write_awareness
from otherside.relay.documents import MERGE_AT_ONCE, Folding, difference, is_document, merge, vector_of
from otherside.relay.frames import (
    EMPTY_UPDATE,
    STEP_1,
    STEP_2,
    UPDATE,
    awareness_message,
    sync_message,
    write_varuint,
)
from otherside.relay.limits import FAMILY_TRACKS_MAX, MEMBER_TRACKS_MAX
from otherside.relay.websocket import frames_of

CHUNKS_MAX = 32  # merged runs of updates kept beside the state before all is folded into one
SYNC_FOLD_MAX = 4  # so many are folded on the spot when somebody joins; more are folded in slices


class Peer(Protocol):
    """A connection as the room sees it."""

    member: int
    plain: bool
    ack_due: bool
    write: Callable[[bytes], None]
    silent: int

    def send(self, data: bytes) -> None: ...


class Channel:
    """One connection's end of one track."""

    __slots__ = ("clients", "cursor", "known", "peer", "track", "write")

    def __init__(self, peer: Peer, track: "Track", write: bool) -> None:
        self.peer = peer
        self.track = track
        self.write = write
        self.known = b"\xff"  # the client id that this channel's updates start with, as bytes
        self.cursor: tuple[bytes, int] = (
            b"\xff",
            0,
        )  # what messages about its one cursor start with, and whose it is
        self.clients: set[int] = set()  # whose cursors this connection moves


class Document:
    """The updates of a document: a state, merged runs of updates since, and the last few as they came."""

    __slots__ = ("chunks", "cursors", "folding", "joiners", "size", "state", "tail")

    def __init__(self, state: bytes | None = None, updates: Iterable[bytes] = ()) -> None:
        self.state = state
        self.chunks: list[bytes] = []
        self.tail: list[bytes] = list(updates)
        self.size = len(state or b"") + sum(map(len, self.tail))
        self.cursors: dict[int, tuple[int, bytes, Peer]] = {}
        self.folding: Folding | None = None
        self.joiners: list[tuple[bytes, Callable[[list[bytes]], None]]] = []

    def add(self, update: bytes) -> None:
        self.tail.append(update)
        if len(self.tail) >= MERGE_AT_ONCE:  # a seventh of the memory, for two microseconds an update
            self.chunks.append(merge(self.tail))
            self.tail = []
        self.size += len(update)

    @property
    def is_long(self) -> bool:
        return len(self.chunks) >= CHUNKS_MAX or len(self.tail) >= MERGE_AT_ONCE * CHUNKS_MAX

    @property
    def is_short(self) -> bool:
        """Whether it can be folded on the spot."""
        return len(self.chunks) + len(self.tail) // MERGE_AT_ONCE < SYNC_FOLD_MAX

    def begin_fold(self) -> Folding:
        """Takes everything there is now; what comes meanwhile stays in the tail."""
        self.folding = Folding(self.state, [*self.chunks, *self.tail])
        self.chunks, self.tail = [], []
        return self.folding

    def end_fold(self) -> None:
        assert self.folding is not None, "begin_fold comes first"
        self.state = self.folding.state()
        self.folding = None
        self.size = len(self.state) + sum(map(len, self.tail))

    def fold(self) -> None:
        if self.chunks or self.tail:
            folding = self.begin_fold()
            while folding.step():
                pass
            self.end_fold()

    def greeting(self, state_vector: bytes) -> list[bytes]:
        """Step 2, what came since, our own step 1 and everybody's cursors. Raises BadFrame for a bad
        vector.
        """
        state = self.state or EMPTY_UPDATE
        messages = [sync_message(STEP_2, difference(state, state_vector))]
        messages += [sync_message(UPDATE, update) for update in (*self.chunks, *self.tail)]
        messages.append(sync_message(STEP_1, vector_of(state)))
        cursors = self.cursor_message()
        return messages if cursors is None else [*messages, cursors]

    def cursor_message(self) -> bytes | None:
        """Everybody's cursors, if there are any."""
        if not self.cursors:
            return None
        cursors = [Cursor(client, clock, state) for client, (clock, state, _) in self.cursors.items()]
        return awareness_message(write_awareness(cursors))

    def forget(self, clients: set[int], peer: Peer) -> bytes | None:
        """Takes the cursors of a connection that ends away; the message that tells the others, if any."""
        gone = [
            Cursor(
                client, self.cursors.pop(client)[0], GONE
            )  # the same clock: a return with the next one shows
            for client in clients
            if client in self.cursors and self.cursors[client][2] is peer
        ]
        return awareness_message(write_awareness(gone)) if gone else None


class Track:
    """`number` is what frames of this room carry for it; drawn by lot, because a row of numbers would show
    gaps.
    """

    __slots__ = ("bytes_max", "channels", "document", "entries", "name", "names", "plain", "prefix")

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.prefix = write_varuint(number)
        self.names = TrackName(name)
        # Made anew when somebody comes or goes, so that whoever is being written to may leave meanwhile.
        self.channels: tuple[Channel, ...] = ()
        self.plain = 0  # how many of the channels speak plain y-websocket
        self.document: Document | None = Document() if is_document(name) else None
        self.entries: list[bytes] = []  # messages of a track that is no document, as they are sent
        self.bytes_max = step_of(name)[0]

    def join(self, channel: Channel) -> None:
        self.channels = (*self.channels, channel)
        self.plain += channel.peer.plain

    def leave(self, channel: Channel) -> None:
        self.channels = tuple(other for other in self.channels if other is not channel)
        self.plain -= channel.peer.plain
        if self.document is not None and channel.clients:
            message = self.document.forget(channel.clients, channel.peer)
            if message is not None:
                self.send(message)

    def send(self, message: bytes, besides: Peer | None = None) -> None:
        """`message` to everybody who has the track open."""
        self.share([message], besides, bare=True)

    def share(self, messages: Sequence[bytes], besides: Peer | None, *, bare: bool) -> None:
        """In one write a peer, framed once for all of them. `bare` messages have no number of the track."""
        plain = shared = b""
        if self.plain:
            plain = frames_of(messages if bare else [message[len(self.prefix) :] for message in messages])
        if self.plain < len(self.channels):
            shared = frames_of([self.prefix + message for message in messages] if bare else messages)
        for channel in self.channels:
            peer = channel.peer
            if peer is besides:
                continue
            if peer.ack_due:
                peer.send(plain if peer.plain else shared)
                continue
            try:
                peer.write(plain if peer.plain else shared)
            except RuntimeError:
                continue  # its line broke in this very moment: connection_lost() is on its way


@dataclass
class Content:
    """What the log holds of a room, as read before the first connection enters."""

    entries: dict[str, list[bytes]] = field(default_factory=dict)
    states: dict[str, bytes] = field(default_factory=dict)
    updates: dict[str, list[bytes]] = field(default_factory=dict)
    clients: dict[int, int] = field(default_factory=dict)
    last_seq: int = -1


class Room:
    """`head` is there once the interview is ours, `is_loaded` once its content is."""

    def __init__(self, log_id: str, numbers: Callable[[int], int]) -> None:
        self.log_id = log_id
        self.head: Head | None = None
        self.is_loaded = False
        self.is_loading = False
        self.tracks: dict[str, Track] = {}
        self.peers: list[Peer] = []
        self.quiet: set[int] = set()  # members whose last line went silent, as the log was told
        self.clients: dict[int, int] = {}  # Yjs client → member
        self.waiting: list[Callable[[], None]] = []  # for the head
        self.entering: list[Callable[[], None]] = []  # for the content
        self.late: list[tuple[int, str, str, bytes, bytes]] = []  # committed while the content was read
        self.pending = 0  # work submitted and not settled
        self.idle_since_ms: int | None = None
        self.broken: DomainError | None = None  # why it could not be opened
        self._numbers = numbers
        self._taken: set[int] = {0}
        self._added: dict[int, int] = {}  # member → how many tracks are there because of them

    def track(self, name: str) -> Track:
        found = self.tracks.get(name)
        if found is None:
            found = self.tracks[name] = Track(name, self._number())
        return found

    def open(self, name: str, member: int) -> Track | None:
        """The track that a connection of `member` opens; None where there is no place for another one.

        Tracks stay as long as the room, so a new one is made only within limits: of its family, so that who
        may only open documents cannot keep anybody from their notes; and of the member, so that one cannot
        use a family up. What the log holds is there in any case.
        """
        if name not in self.tracks:
            mine = self._added.get(member, 0)
            alike = sum(family_of(other) == family_of(name) for other in self.tracks)
            if mine >= MEMBER_TRACKS_MAX.value or alike >= FAMILY_TRACKS_MAX.value:
                return None
            self._added[member] = mine + 1
        return self.track(name)

    def _number(self) -> int:
        span = 127 if len(self._taken) < 96 else 16383
        while (number := 1 + self._numbers(span)) in self._taken:
            pass
        self._taken.add(number)
        return number

    @property
    def members(self) -> frozenset[int]:
        return frozenset(peer.member for peer in self.peers)

    def load(self, content: Content) -> None:
        for name, messages in content.entries.items():
            self.track(name).entries = messages
        for name in content.states.keys() | content.updates.keys():
            self.track(name).document = Document(content.states.get(name), content.updates.get(name, ()))
        self.clients.update(content.clients)
        self.is_loaded, self.is_loading = True, False
        late, self.late = self.late, []
        for seq, name, kind, message, body in late:
            if seq > content.last_seq:
                self.deliver(name, kind, message, body)

    def deliver(self, name: str, kind: str, message: bytes, body: bytes) -> None:
        """A committed entry to whoever reads its track. On a document `body` is an update of the house."""
        track = self.track(name)
        if track.document is None:
            track.entries.append(message)
            if track.channels:
                track.send(message)
        elif kind == track.names.kind:
            track.document.add(body)
            track.send(sync_message(UPDATE, body))

    def now_ms(self, utc_ms: int) -> int:
        """at_ms of an entry that came now."""
        head = self.head
        return 0 if head is None or head.next_seq == 0 else max(head.at_ms, utc_ms - head.opened_ms)


def check_vector(vector: bytes) -> None:
    """Raises BadFrame early, before a join waits for a fold."""
    difference(EMPTY_UPDATE, vector)
