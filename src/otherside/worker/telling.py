"""Tells one run to its interview, in order: begun, output while it runs, what came of it, hidden tests.

Every entry carries `once`, so that whatever is told again after a crash adds nothing. The row is ended last:
a run whose row is done is in the log.
"""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

import msgspec
from django.db import DatabaseError

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Unavailable
from otherside.log.entry import NewEntry
from otherside.relay import client as relay
from otherside.run import actions
from otherside.run.entries import (
    JUDGE_TRACK,
    RUN_FINISHED,
    RUN_JUDGED,
    RUN_STARTED,
    RUN_TRACK,
    RunStarted,
    finished,
    judged,
)
from otherside.run.job import Outcome
from otherside.run.limits import STREAMED
from otherside.run.models import Run
from otherside.run.wire import Finished, Output, Visible

log = logging.getLogger(__name__)
PIECE_CHARS = 16_000  # of which each may need six bytes
RETRY_S = (0.2, 1.0, 2.0, 5.0)
InThread = Callable[[Callable[[], None]], Awaitable[None]]
Told = Output | Visible | Finished


class Telling:
    """One run. `put` from the event loop; `on_taken` is awaited once its row is done."""

    def __init__(
        self, run: Run, files: Mapping[str, str], in_thread: InThread, on_taken: Callable[[], Awaitable[None]]
    ) -> None:
        self._log_id = run.log_id
        self._actor = run.actor
        self._run = run.id
        self._stdin = run.stdin
        self._files = dict(files)
        self._started = RunStarted(run=run.id, doc=run.doc, language=run.language, mode=run.mode)
        self._in_thread = in_thread
        self._on_taken = on_taken
        self._queue: asyncio.Queue[Told] = asyncio.Queue()
        self._streamed_chars = 0
        self.task = asyncio.create_task(self._tell(), name=f"telling {run.id}")

    def put(self, message: Told) -> None:
        # A runner is told what it may stream; this holds one that does not listen.
        if isinstance(message, Output):
            self._streamed_chars += len(message.text)
            if self._streamed_chars > 2 * int(STREAMED):
                return
        self._queue.put_nowait(message)

    async def _tell(self) -> None:
        try:
            await self._append(RUN_STARTED.new(self._started, track=RUN_TRACK, actor=self._actor), "started")
            outcome = await self._tell_outputs()
            if outcome.hidden:
                body = judged(self._run, outcome.hidden)
                await self._append(RUN_JUDGED.new(body, track=JUDGE_TRACK, actor=self._actor), "judged")
        except DomainError as error:
            # The log was erased, or is full: there is nobody to tell any more.
            log.warning("run=%s is not told: %s", self._run, error)
            outcome = Outcome(outcome="sandbox-error")
        except Exception:
            # Our own mistake with one run; the runner's slot and the row must not stay with it.
            log.exception("run=%s could not be told", self._run)
            outcome = Outcome(outcome="sandbox-error")
        await self._patiently("done", lambda: _done(self._run, outcome))
        await self._on_taken()

    async def _tell_outputs(self) -> Outcome:
        """Everything up to the last word, which comes back."""
        while True:
            message = await self._queue.get()
            if isinstance(message, Output):
                await self._publish(message)
                continue
            await self._finish(message.outcome)
            if isinstance(message, Finished):
                return message.outcome

    async def _finish(self, outcome: Outcome) -> None:
        body = finished(self._started, self._files, self._stdin, outcome)
        await self._append(RUN_FINISHED.new(body, track=RUN_TRACK, actor=self._actor), "finished")

    async def _publish(self, message: Output) -> None:
        for start in range(0, len(message.text), PIECE_CHARS):
            piece = message.text[start : start + PIECE_CHARS]
            payload = msgspec.json.encode({"run": self._run, "stream": message.stream, "text": piece})
            try:
                await self._in_thread(partial(relay.publish, self._log_id, RUN_TRACK, payload))
            except DomainError as error:
                # It is seen again, whole, with the outcome.
                log.warning("run=%s output not shown: %s", self._run, error)

    async def _append(self, entry: NewEntry, name: str) -> None:
        once = f"run:{self._run}:{name}"
        await self._patiently(name, lambda: _append(self._log_id, entry, once=once))

    async def _patiently(self, what: str, work: Callable[[], None]) -> None:
        """Until it is saved: the outcome is with us alone, and the runner keeps it until we took it."""
        for attempt in itertools.count():
            try:
                await self._in_thread(work)
                return
            except (Unavailable, DatabaseError) as error:
                wait_s = RETRY_S[min(attempt, len(RETRY_S) - 1)]
                log.warning("run=%s %s not saved, again in %s s: %s", self._run, what, wait_s, error)
                await asyncio.sleep(wait_s)


def _append(log_id: str, entry: NewEntry, *, once: str) -> None:
    relay.append(log_id, [entry], once=once)


def _done(run_id: str, outcome: Outcome) -> None:
    actions.end(run_id, outcome, at=utc_now())
