"""A room over a network that breaks: whatever happens, replicas agree and nothing acknowledged is lost."""

import shutil
import tempfile
from pathlib import Path

import pycrdt
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from otherside.log.fold import fold
from otherside.log.read import read_entries, verify
from otherside.relay import frames
from otherside.relay.documents import SNAPSHOT
from otherside.relay.frames import FrameKind
from tests.log.support import sqlite_store
from tests.relay.world import LOG, Line, World

BROWSERS = 3
PAD = "doc:pad"


class Browser:
    """A Yjs client that types words of its own and never gives up; messages wait in both directions."""

    def __init__(self, world: World, member: int) -> None:
        self.world = world
        self.member = member
        self.document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
        self.text = self.document.get("text", type=pycrdt.Text)
        self.line: Line | None = None
        self.in_step = False
        self.outbox: list[bytes] = []
        self.read = 0
        self.frames: list[str] = []  # what each data frame of this line carried
        self.typed = 0
        self.acknowledged: set[str] = set()

    def connect(self) -> None:
        self.line = Line(self.world, self.member)
        self.line.open(PAD)
        self.in_step, self.read, self.outbox, self.frames = False, 0, [], []
        if PAD in self.line.names.values():
            self.outbox.append(frames.sync_message(frames.STEP_1, self.document.get_state()))

    def cut(self) -> None:
        """The line breaks: whatever was on its way, in both directions, is gone."""
        if self.line is not None:
            self.hear_acknowledgements()
            self.line.leave()
            self.line = None

    def reload(self) -> None:
        """The tab is closed and opened again: what only this browser had is gone."""
        self.cut()
        self.document = pycrdt.Doc()
        self.text = self.document.get("text", type=pycrdt.Text)
        self.connect()

    def type(self, at: int) -> None:
        self.typed += 1
        word = f"<{self.member}.{self.typed}>"
        before = self.document.get_state()
        text = str(self.text)
        places = [0, *(index + 1 for index, char in enumerate(text) if char == ">")]  # never inside a word
        self.text.insert(places[at % len(places)], word)
        if self.in_step:
            self._data(frames.UPDATE, self.document.get_update(before))

    def erase(self, at: int) -> None:
        """Deletes one character that is nobody's word: a dot typed for that."""
        before = self.document.get_state()
        place = at % (len(str(self.text)) + 1)
        self.text.insert(place, "~")
        del self.text[place : place + 1]
        if self.in_step:
            self._data(frames.UPDATE, self.document.get_update(before))

    def _data(self, kind: int, update: bytes) -> None:
        self.outbox.append(frames.sync_message(kind, update))
        self.frames.append(str(self.text))

    def speak(self, count: int) -> None:
        """The network carries a few messages to the relay."""
        if self.line is None or self.line.session.closed:
            self.cut()
            return
        for message in self.outbox[:count]:
            self.line.send(PAD, message)
        del self.outbox[:count]

    def listen(self, count: int) -> None:
        """The network carries a few messages from the relay."""
        if self.line is None:
            return
        for _, kind, body in self.line.heard[self.read : self.read + count]:
            self.read += 1
            if kind in {FrameKind.STEP_2, FrameKind.UPDATE}:
                self.document.apply_update(body)
            elif kind is FrameKind.STEP_1:
                update = self.document.get_update(body)
                self.in_step = True
                if update != frames.EMPTY_UPDATE:
                    self._data(frames.STEP_2, update)
        self.hear_acknowledgements()

    def hear_acknowledgements(self) -> None:
        line = self.line
        if line is not None and line.settled:
            text = self.frames[line.settled - 1]
            mine = {f"<{self.member}.{n}>" for n in range(1, self.typed + 1)}
            self.acknowledged |= {word for word in mine if word in text}


class RoomMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = sqlite_store(self.folder)
        self.store.query("PRAGMA synchronous=OFF")  # nobody pulls the plug here
        self.world = World(self.store)
        self.browsers = [Browser(self.world, member) for member in range(1, BROWSERS + 1)]
        for browser in self.browsers:
            browser.connect()

    who = st.integers(0, BROWSERS - 1)

    @rule(who=who, at=st.integers(0, 1000))
    def type(self, who: int, at: int) -> None:
        self.browsers[who].type(at)

    @rule(who=who, at=st.integers(0, 1000))
    def erase(self, who: int, at: int) -> None:
        self.browsers[who].erase(at)

    @rule(who=who, count=st.integers(1, 6))
    def speak(self, who: int, count: int) -> None:
        self.browsers[who].speak(count)

    @rule(who=who, count=st.integers(1, 9))
    def listen(self, who: int, count: int) -> None:
        self.browsers[who].listen(count)

    @rule(who=who, at=st.integers(0, 1000))
    def work(self, who: int, at: int) -> None:
        """A line that is well: what is typed arrives, and what was answered is heard."""
        browser = self.browsers[who]
        browser.type(at)
        for _ in range(3):
            browser.listen(100)
            browser.speak(100)

    @rule()
    def commit(self) -> None:
        self.world.settle()

    @rule(who=who)
    def cut(self, who: int) -> None:
        self.browsers[who].cut()

    @rule(who=who)
    def reload(self, who: int) -> None:
        self.browsers[who].reload()

    @rule(who=who)
    def connect(self, who: int) -> None:
        if self.browsers[who].line is None:
            self.browsers[who].connect()

    @rule()
    def fold(self) -> None:
        fold(self.store, self.world.index, now_ms=0, everything=True, snapshot=SNAPSHOT)

    @rule()
    def kill(self) -> None:
        for browser in self.browsers:
            browser.line = None
        self.world.kill()

    @rule()
    def breathe(self) -> None:
        """Time passes: acknowledgements that are due leave."""
        self.world.run()

    @rule()
    def blackout(self) -> None:
        """The relay is killed and every tab is closed: only what was promised must be there again."""
        for browser in self.browsers:
            browser.cut()
        self.world.kill()
        for browser in self.browsers:
            browser.reload()

    @precondition(lambda self: bool(self.world.journal.batch))
    @rule()
    def disk_full(self) -> None:
        self.world.journal.fail()
        self.world.run()
        for browser in self.browsers:
            browser.cut()

    @rule()
    def idle(self) -> None:
        self.world.settle()
        for _ in range(2):
            self.world.clock.ms += 30_000
            self.world.hub.tick()
        for browser in self.browsers:
            if browser.line is not None and browser.line.session.closed:
                browser.cut()

    def teardown(self) -> None:
        try:
            self._heal()
        finally:
            self.store.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _heal(self) -> None:
        """Everybody is there again and hears everything; then all must be as it was promised."""
        for browser in self.browsers:
            browser.cut()
            browser.connect()
        for _ in range(8):
            for browser in self.browsers:
                browser.listen(10_000)
                browser.speak(10_000)
            self.world.settle()
        texts = {str(browser.text) for browser in self.browsers}
        assert len(texts) == 1, "replicas differ"
        (text,) = texts
        for browser in self.browsers:
            lost = {word for word in browser.acknowledged if word not in text}
            assert not lost, f"acknowledged and lost: {lost}"
        replay: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
        told = replay.get("text", type=pycrdt.Text)
        for entry in read_entries(self.store, self.world.index, LOG, tracks=[PAD]):
            replay.apply_update(entry.body)
        assert str(told) == text, "the log tells another story"
        assert verify(self.store, self.world.index, LOG).holds


RoomMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestRoom = RoomMachine.TestCase
