"""The thread that commits: in order, nothing told before it is durable, nothing written after a failure."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest

from otherside.log.entry import NewEntry
from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries
from otherside.log.sequencer import Append, Head, Item, Sequencer, TrackName, Update
from otherside.log.store import Store
from otherside.relay.journal import Batch, Mark, ThreadJournal
from tests.log.support import Clock

LOG = "log-of-the-journal0000"
PAD = TrackName("doc:pad")


class Desk:
    """A journal on `store`, with what it told."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.sequencer = Sequencer(store, store.register("relay"), Clock())
        self.settled: list[Batch] = []
        self.lost: list[tuple[BaseException, Batch]] = []
        self.journal = ThreadJournal(
            asyncio.get_running_loop(),
            self.sequencer,
            settled=self.settled.append,
            lost=lambda error, batch: self.lost.append((error, batch)),
            every_s=0.02,
            soon_s=0.001,
        )

    def head(self) -> Head:
        head = self.sequencer.claim([LOG])[LOG]
        assert isinstance(head, Head)
        return head

    def type(self, head: Head, *bodies: bytes) -> None:
        for body in bodies:
            self.journal.submit(Update(head, 1000, 1, PAD, 0, body, object()))

    def bodies(self) -> list[bytes]:
        return [entry.body for entry in read_entries(self.store, JournalIndex(self.store), LOG)]


def on_a_loop(play: Callable[[Store], Coroutine[object, object, None]], store: Store) -> None:
    asyncio.run(play(store))


def test_what_comes_together_is_one_commit_and_the_order_stays(store: Store) -> None:
    async def play(store: Store) -> None:
        desk = Desk(store)
        head = desk.head()
        desk.type(head, b"a", b"b")
        desk.journal.submit(Mark("refused"))
        desk.type(head, b"c")
        assert desk.settled == []
        await desk.journal.stop()
        assert [len(batch) for batch in desk.settled] == [4]
        assert isinstance(desk.settled[0][2], Mark)
        assert desk.bodies() == [b"a", b"b", b"c"]

    on_a_loop(play, store)


def test_somebody_who_waits_for_a_receipt_does_not_wait_for_company(store: Store) -> None:
    async def play(store: Store) -> None:
        desk = Desk(store)
        desk.journal.every_s = 60.0
        head = desk.head()
        desk.type(head, b"a")
        item = Item(head, 1000, Append((NewEntry(0, "outline", "hour.begun", 1, b"{}"),)))
        desk.journal.submit(item)
        while not desk.settled:  # noqa: ASYNC110 -- until the thread has told it
            await asyncio.sleep(0.001)
        assert desk.settled[0][1] is item
        assert item.answer is not None
        await desk.journal.stop()

    on_a_loop(play, store)


def test_after_a_failure_everything_comes_back_and_the_numbers_are_used_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(store: Store) -> None:
        desk = Desk(store)
        head = desk.head()
        desk.type(head, b"a")
        with monkeypatch.context() as broken:
            broken.setattr(type(store), "commit", _disk_is_full)
            desk.journal.call(lambda: None, lambda _: None)  # hands over
            desk.type(head, b"b")
            desk.journal.call(lambda: None, lambda _: None)  # a second batch behind the one that fails
            desk.type(head, b"c")
            while len(desk.lost) < 2:  # noqa: ASYNC110 -- until the thread has told it
                await asyncio.sleep(0.001)
        assert sum(len(batch) for _, batch in desk.lost) == 3
        assert desk.settled == []
        again = desk.head()
        assert again is not head
        assert again.next_seq == 0
        desk.type(again, b"d")
        await desk.journal.stop()
        assert desk.bodies() == [b"d"]

    on_a_loop(play, store)


def test_what_cannot_be_packed_is_lost_as_what_cannot_be_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(store: Store) -> None:
        desk = Desk(store)
        head = desk.head()
        with monkeypatch.context() as broken:
            broken.setattr(desk.sequencer, "pack", _disk_is_full)
            desk.type(head, b"a")
            desk.journal.call(lambda: None, lambda _: None)
            while not desk.lost:  # noqa: ASYNC110 -- until the thread has told it
                await asyncio.sleep(0.001)
        assert desk.head() is not head
        await desk.journal.stop()
        assert desk.settled == []

    on_a_loop(play, store)


def _disk_is_full(*_: object) -> int:
    raise OSError("no space left on device")
