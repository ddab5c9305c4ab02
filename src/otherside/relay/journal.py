"""Group commit: what arrives within a few milliseconds becomes one blob, written by a thread of its own.

The loop packs a batch, hands it over and gets it back when it is durable, in the same order. Calls that must
come after everything before them (take an interview, give it back) go through the same queue. The thread does
little but wait for the disk: two threads that both run Python stop each other at every turn.
"""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from otherside.log.sequencer import Item, Packed, Sequencer, Update

log = logging.getLogger(__name__)


class Mark:
    """A place in the order: nothing to write, but its token is settled after what came before."""

    __slots__ = ("token",)

    def __init__(self, token: object) -> None:
        self.token = token


Work = Update | Item | Mark
Batch = list[Work]


class Journal(Protocol):
    """What the hub needs of it; tests have one that commits when told to."""

    def submit(self, work: Work) -> None: ...
    def call(self, function: Callable[[], object], then: Callable[[object], None]) -> None: ...


Written = tuple[int, Batch, Packed | Exception | None]  # its generation, what is in it, as bytes
Called = tuple[Callable[[], object], Callable[[object], None]]


class ThreadJournal:
    """`settled(batch)` is called on the loop after each commit; `lost(error, batches)` when one failed.

    After a failure everything handed over before `lost` ran is given back unwritten: its numbers were never
    told. Updates wait `every_s` for company; where somebody waits for a receipt it is `soon_s`.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        sequencer: Sequencer,
        settled: Callable[[Batch], None],
        lost: Callable[[BaseException, Batch], None],
        every_s: float,
        soon_s: float,
    ) -> None:
        self.loop = loop
        self.sequencer = sequencer
        self.settled = settled
        self.lost = lost
        self.every_s = every_s
        self.soon_s = soon_s
        self.commits = 0
        self._batch: Batch = []
        self._timer: asyncio.TimerHandle | None = None
        self._hurried = False
        self._in_flight = 0
        self._generation = 0
        self._failed = -1
        self._queue: queue.SimpleQueue[Written | Called | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    # -- on the loop --------------------------------------------------------------------------------

    def submit(self, work: Work) -> None:
        self._batch.append(work)
        if isinstance(work, Item) and not self._hurried:
            self._hurried = True
            self._schedule(self.soon_s)
        elif self._timer is None:
            self._schedule(self.every_s)

    def call(self, function: Callable[[], object], then: Callable[[object], None]) -> None:
        """Runs `function` in the thread after all that was submitted; `then` gets its result or its
        exception.
        """
        self._hand_over()
        self._queue.put((function, then))

    def _schedule(self, wait_s: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_later(wait_s, self._flush)

    def _flush(self) -> None:
        # One batch at a time: while the disk works the next one grows instead of queueing.
        self._timer = None
        if not self._in_flight:
            self._hand_over()

    def _hand_over(self) -> None:
        self._hurried = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._batch:
            batch, self._batch = self._batch, []
            self._in_flight += 1
            packed: Packed | Exception | None
            try:
                packed = self.sequencer.pack([work for work in batch if not isinstance(work, Mark)])
            except Exception as error:  # noqa: BLE001 -- a commit that failed before it began
                packed = error
            self._queue.put((self._generation, batch, packed))

    def _finished(self, batch: Batch, error: BaseException | None) -> None:
        self._in_flight -= 1
        if error is not None:
            self._generation += 1
            stale, self._batch = self._batch, []
            self.lost(error, [*batch, *stale])
        else:
            self.commits += 1
            self.settled(batch)
        if self._batch and self._timer is None:
            self._schedule(self.soon_s if self._hurried else self.every_s)

    async def stop(self) -> None:
        """Returns when everything submitted so far is written and the thread has ended."""
        done = self.loop.create_future()
        self.call(lambda: None, done.set_result)
        await done
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    # -- in the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            if len(work) == 3:
                self._write(*work)
                continue
            function, then = work
            result: object
            try:
                result = function()
            except Exception as error:  # noqa: BLE001 -- handed to whoever asked, who decides
                result = error
            self._tell(then, result)

    def _write(self, generation: int, batch: Batch, packed: Packed | Exception | None) -> None:
        error: BaseException | None = None
        try:
            if generation <= self._failed:
                raise RuntimeError("an earlier commit failed")
            if isinstance(packed, Exception):
                self.sequencer.forget()
                raise packed
            if packed is not None:
                self.sequencer.commit(packed)
        except Exception as failure:  # noqa: BLE001 -- the hub closes the rooms and says so
            log.warning("commit failed entries=%d error=%r", len(batch), failure)
            error, self._failed = failure, max(generation, self._failed)
        self._tell(lambda _: self._finished(batch, error), None)

    def _tell(self, then: Callable[[object], None], result: object) -> None:
        try:
            self.loop.call_soon_threadsafe(then, result)
        except RuntimeError:
            # The loop is closed: the process ends, and what was committed is found at the next start.
            log.info("the loop ended before a result could be told")
