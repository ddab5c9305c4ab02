"""A gateway in the test's own loop, and runners as processes beside it."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from otherside.kernel.clock import utc_now
from otherside.relay import client as relay
from otherside.run.request import RunRequest
from otherside.worker.gateway import serve

pytest_plugins: list[str] = []
TOKEN = "a-token-for-tests-only"
LOG_ID = "l" * 22
StartRunner = Callable[[], "subprocess.Popen[bytes]"]


def request(files: dict[str, str], language: str = "python", **fields: object) -> RunRequest:
    values = {"log_id": LOG_ID, "actor": 2, "doc": "doc:q1", "mode": "input", "entry": next(iter(files))}
    return RunRequest(language=language, files=files, **{**values, **fields})


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"unix:{tmp_path}/a-folder-with-a-long-name-{'x' * 100}/gateway"


@pytest.fixture
async def gateway(
    address: str, in_process_relay: relay.Direct, transactional_db: None
) -> AsyncIterator[None]:
    from otherside.live.entries import HOUR_OPENED, OUTLINE, HourOpened

    opened = HOUR_OPENED.new(HourOpened(opened_at=utc_now().isoformat(), minutes=60), track=OUTLINE)
    await asyncio.to_thread(relay.open_log, LOG_ID, opened)
    task = asyncio.create_task(serve(address, TOKEN))
    await asyncio.sleep(0.05)
    assert not task.done(), task.exception()
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
def start_runner(address: str) -> Iterator[StartRunner]:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
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


async def until(there: Callable[[], object], within_s: float = 15.0) -> None:
    """Waits for `there()`, called in a thread, to be true."""
    deadline = time.monotonic() + within_s
    while not await asyncio.to_thread(there):
        assert time.monotonic() < deadline, "it did not come about in time"
        await asyncio.sleep(0.01)


def alive(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False
