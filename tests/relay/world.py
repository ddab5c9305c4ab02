"""A relay without sockets, threads or time: commits when told to, lines that break when told to, one seed for all."""

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pycrdt

from otherside.kernel.errors import DomainError
from otherside.log.journal import JournalIndex
from otherside.log.sequencer import Head, Sequencer
from otherside.log.store import Store
from otherside.relay import frames
from otherside.relay.content import read_content
from otherside.relay.frames import FrameKind
from otherside.relay.hub import Hub
from otherside.relay.journal import Batch, Mark, Work
from otherside.relay.room import Content
from otherside.relay.session import Session
from otherside.relay.ticket import Grant, Ticket
from otherside.relay.websocket import BINARY, CLOSE, BadFrame
from tests.log.support import Clock

LOG = "log-of-the-simulation0"
EVERYTHING = (Grant("doc:*", True), Grant("notes:*", True), Grant("outline", False), Grant("presence", False))


class HandJournal:
    """Commits on `commit()`; loses what it holds on `fail()`."""

    def __init__(self, sequencer: Sequencer) -> None:
        self.sequencer = sequencer
        self.batch: Batch = []
        self.hub: Hub

    def submit(self, work: Work) -> None:
        self.batch.append(work)

    def call(self, function: Callable[[], object], then: Callable[[object], None]) -> None:
        self.commit()
        result: object
        try:
            result = function()
        except Exception as error:  # noqa: BLE001 -- as the thread's
            result = error
        then(result)

    def commit(self) -> None:
        batch, self.batch = self.batch, []
        packed = self.sequencer.pack([work for work in batch if not isinstance(work, Mark)])
        if packed is not None:
            self.sequencer.commit(packed)
        if batch:
            self.hub.settled(batch)

    def fail(self) -> None:
        batch, self.batch = self.batch, []
        self.sequencer.heads.clear()
        self.hub.lost(OSError("no space left on device"), batch)


class Owning:
    def __init__(self, sequencer: Sequencer) -> None:
        self.sequencer = sequencer

    def claim(self, log_ids: list[str]) -> dict[str, Head | DomainError]:
        return self.sequencer.claim(log_ids)

    def release(self, log_ids: list[str]) -> None:
        self.sequencer.release(log_ids)

    def renew(self) -> None:
        store, owner = self.sequencer.store, self.sequencer.owner
        store.let_go(owner.name)
        self.sequencer.owner = store.register(owner.name)


class World:
    """The relay's process, which can be killed and started again, on a store that stays."""

    def __init__(self, store: Store, seed: int = 1) -> None:
        self.store = store
        self.clock = Clock()
        self.chance = random.Random(seed)
        self.laters: list[Callable[[], None]] = []
        self.start()

    def start(self) -> None:
        self.index = JournalIndex(self.store)
        self.sequencer = Sequencer(self.store, self.store.register("relay"), self.clock, self.index)
        self.journal = HandJournal(self.sequencer)
        self.laters.clear()
        self.hub = self.journal.hub = Hub(
            journal=self.journal,
            owning=Owning(self.sequencer),
            load=self._load,
            later=lambda _, act: self.laters.append(act),
            utc_ms=self.clock,
            chance=self.chance,
        )

    def _load(self, head: Head, then: Callable[[Content | BaseException], None]) -> None:
        then(read_content(self.store, self.index, head.log_id))

    def kill(self) -> None:
        """kill -9: what was not committed is gone, and nobody is told."""
        self.store.let_go("relay")
        self.start()

    def run(self) -> None:
        """Lets time pass until nothing waits any more."""
        for _ in range(1000):
            if not self.laters:
                return
            acts, self.laters = self.laters, []
            for act in acts:
                act()
        raise AssertionError("it never comes to rest")

    def settle(self) -> None:
        self.journal.commit()
        self.run()


def unframe(data: bytes) -> list[tuple[int, bytes]]:
    """(opcode, payload) of frames as a server sends them."""
    found, at = [], 0
    while at < len(data):
        size, start = data[at + 1], at + 2
        assert size < 128, "a server does not mask"
        if size > 125:
            wide = 2 if size == 126 else 8
            size, start = int.from_bytes(data[start : start + wide], "big"), start + wide
        found.append((data[at] & 15, data[start : start + size]))
        at = start + size
    return found


class Line:
    """One member's connection: what it said is kept as control messages and (track, kind, body)."""

    def __init__(
        self, world: World, member: int, grants: tuple[Grant, ...] = EVERYTHING, log_id: str = LOG
    ) -> None:
        self.world = world
        self.controls: list[dict[str, object]] = []
        self.heard: list[tuple[str, FrameKind, bytes]] = []
        self.settled = 0
        self.closed: tuple[int, str] | None = None
        self.names: dict[int, str] = {}
        expires = datetime.now(UTC) + timedelta(hours=1)
        ticket = Ticket(log_id, member, f"Member {member}", grants, expires)
        self.session: Session = world.hub.open_session(ticket, self._take, self._end)
        world.hub.enter(self.session, lambda: None)

    def _end(self, code: int, reason: str) -> None:
        self.closed = self.closed or (code, reason)

    def _take(self, data: bytes) -> None:
        for opcode, payload in unframe(data):
            if opcode == CLOSE or opcode != BINARY:
                continue
            number, at = frames.read_varuint(payload, 0)
            kind, at = frames.read_kind(payload, at)
            if kind is FrameKind.SETTLED:
                self.settled, _ = frames.read_varuint(payload, at)
            elif kind is FrameKind.CONTROL:
                control = json.loads(frames.read_whole(payload, at))
                self.controls.append(control)
                if control["type"] == "opened":
                    self.names[control["number"]] = control["track"]
            else:
                body = payload[at:] if kind is FrameKind.ENTRY else frames.read_whole(payload, at)
                self.heard.append((self.names[number], kind, body))

    def number(self, track: str) -> int:
        return next(number for number, name in self.names.items() if name == track)

    def control(self, **fields: object) -> None:
        self.receive(b"\x00" + frames.control_message(json.dumps(fields).encode()))

    def open(self, track: str, have: int = 0) -> None:
        self.control(type="open", track=track, have=have)

    def send(self, track: str, message: bytes) -> None:
        self.receive(frames.write_varuint(self.number(track)) + message)

    def receive(self, payload: bytes) -> None:
        """As the connection does: a bad frame closes."""
        if self.closed or self.session.closed:
            return
        try:
            self.session.receive([payload])
        except BadFrame as error:
            self._end(error.code, str(error))
            self.world.hub.leave(self.session)

    def leave(self) -> None:
        self.world.hub.leave(self.session)

    def said(self, kind: str) -> list[dict[str, object]]:
        return [control for control in self.controls if control["type"] == kind]

    def bodies(self, track: str, kind: FrameKind) -> list[bytes]:
        return [body for name, what, body in self.heard if (name, what) == (track, kind)]


def keystroke(text: str = "x", client: int | None = None) -> bytes:
    """The update of a document in which `text` was typed."""
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc(client_id=client)
    document["text"] = pycrdt.Text(text)
    return document.get_update()


def text_of(*updates: bytes) -> str:
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    text = document.get("text", type=pycrdt.Text)
    for update in updates:
        document.apply_update(update)
    return str(text)
