"""Runs for real in a test of the hour: a gateway in the test's own loop and one runner as a process beside it."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import connections

from otherside.worker.gateway import serve

TOKEN = "a-token-for-tests-only"
T = TypeVar("T")


async def in_rows(work: Callable[[], T]) -> T:
    """`work` in a thread, which gives its connection back."""

    def with_connection() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    return await asyncio.to_thread(with_connection)


async def until(there: Callable[[], object], within_s: float = 40.0) -> None:
    """Waits for `there()`, called in a thread, to be true."""
    deadline = time.monotonic() + within_s
    while not await in_rows(there):
        assert time.monotonic() < deadline, "it did not come about in time"
        await asyncio.sleep(0.02)


@pytest.fixture
async def runs(tmp_path: Path, in_process_relay: object, transactional_db: None) -> AsyncIterator[None]:
    """Whatever is queued is run, and its log told, as long as the test lasts."""
    address = f"unix:{tmp_path}/gateway"
    task = asyncio.create_task(serve(address, TOKEN))
    await asyncio.sleep(0.1)
    assert not task.done(), task.exception()
    env = {
        "PATH": "/usr/bin:/bin",
        "OTHERSIDE_RUNNER_GATEWAY": address,
        "OTHERSIDE_RUNNER_TOKEN": TOKEN,
        "OTHERSIDE_RUNNER_SLOTS": "2",
    }
    runner = await asyncio.to_thread(
        subprocess.Popen, [sys.executable, "-m", "otherside.runner.main"], env=env
    )
    yield
    runner.terminate()
    await asyncio.to_thread(runner.wait, 10)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
