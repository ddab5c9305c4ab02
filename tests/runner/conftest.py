"""A gateway in the test's own loop, and runners as processes beside it."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import connections

from otherside.kernel.clock import utc_now
from otherside.live.entries import HOUR_OPENED, OUTLINE, HourOpened
from otherside.relay import client as relay
from otherside.run import actions
from otherside.run.access import runners
from otherside.run.models import Run
from otherside.run.request import RunRequest
from otherside.worker.gateway import serve
from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]
TOKEN = "a-token-for-tests-only"
LOG_ID = "l" * 22
Process = subprocess.Popen[bytes]
StartRunner = Callable[[], Process]
T = TypeVar("T")


async def in_rows(work: Callable[[], T]) -> T:
    """`work` in a thread, which gives its connection back."""

    def with_connection() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    return await asyncio.to_thread(with_connection)


async def until(there: Callable[[], object], within_s: float = 20.0) -> None:
    """Waits for `there()`, called in a thread, to be true."""
    deadline = time.monotonic() + within_s
    while not await in_rows(there):
        assert time.monotonic() < deadline, "it did not come about in time"
        await asyncio.sleep(0.01)


async def enqueue(files: dict[str, str], language: str = "python", **fields: object) -> str:
    values = {"log_id": LOG_ID, "actor": 2, "doc": "doc:q1", "mode": "input", "entry": next(iter(files))}
    request = RunRequest(language=language, files=files, **{**values, **fields})  # type: ignore[arg-type]
    return await in_rows(lambda: actions.enqueue(request))


def row(run: str) -> Run:
    return Run.objects.get(id=run)


def is_done(run: str) -> Callable[[], bool]:
    return lambda: row(run).state == "done"


def kinds() -> list[str]:
    return [entry.kind for entry in relay.entries(LOG_ID, tracks=["run", "judge"])]


def is_there() -> bool:
    return bool(runners(utc_now()))


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"unix:{tmp_path}/a-folder-with-a-long-name-{'x' * 100}/gateway"


class Gateways:
    """Starts gateways and ends them without a word, as a crash would."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(serve(self._address, TOKEN))
        await asyncio.sleep(0.1)
        assert not self._task.done(), self._task.exception()

    async def end(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            await asyncio.sleep(0.1)
            self._task = None


@pytest.fixture
async def gateways(
    address: str, in_process_relay: relay.Direct, transactional_db: None
) -> AsyncIterator[Gateways]:
    opened = HOUR_OPENED.new(HourOpened(opened_at=utc_now().isoformat(), minutes=60), track=OUTLINE)
    await in_rows(lambda: relay.open_log(LOG_ID, opened))
    made = Gateways(address)
    await made.start()
    yield made
    await made.end()


@pytest.fixture
def start_runner(address: str, gateways: Gateways) -> Iterator[StartRunner]:
    started: list[Process] = []

    def start() -> Process:
        # Nothing of this process's environment: a runner needs three words and a path.
        env = {
            "PATH": "/usr/bin:/bin",
            "OTHERSIDE_RUNNER_GATEWAY": address,
            "OTHERSIDE_RUNNER_TOKEN": TOKEN,
            "OTHERSIDE_RUNNER_SLOTS": "2",
        }
        started.append(subprocess.Popen([sys.executable, "-m", "otherside.runner.main"], env=env))
        return started[-1]

    yield start
    for process in started:
        process.terminate()
    for process in started:
        process.wait(10)
