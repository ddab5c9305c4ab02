"""A run from its row to the log, through gateway and runner as they are."""

import asyncio
import json
import time

import pytest

from otherside.kernel.clock import utc_now
from otherside.log.entry import Entry
from otherside.relay import client as relay
from otherside.run import actions
from otherside.run.access import runners
from otherside.run.entries import RUN_FINISHED
from otherside.run.models import Run
from tests.runner.conftest import LOG_ID, StartRunner, request, until

pytestmark = [pytest.mark.sandbox, pytest.mark.processes]
__all__ = ["in_process_relay"]
from tests.support.relay import in_process_relay  # noqa: E402


def of_kind(kind: str) -> list[Entry]:
    return [entry for entry in relay.entries(LOG_ID) if entry.kind == kind]


async def enqueue(*args: object, **kwargs: object) -> str:
    return await asyncio.to_thread(lambda: actions.enqueue(request(*args, **kwargs)))


def is_done(run: str) -> bool:
    return Run.objects.get(id=run).state == "done"


async def test_a_run_is_begun_streamed_and_finished(
    gateway: None, start_runner: StartRunner, in_process_relay: relay.Direct
) -> None:
    start_runner()
    await until(lambda: runners(utc_now()))
    run = await enqueue({"main.py": "print('hello', input())"}, stdin="you")
    await until(lambda: is_done(run))
    assert [entry.kind for entry in relay.entries(LOG_ID)][1:] == ["run.started", "run.finished"]
    body = RUN_FINISHED.read(of_kind("run.finished")[0])
    assert (body.run, body.outcome, body.stdout, body.files) == (
        run, "ok", "hello you\n", {"main.py": "print('hello', input())"},
    )  # fmt: skip
    streamed = [
        json.loads(payload) for log_id, track, payload in in_process_relay.published if track == "run"
    ]
    assert "".join(chunk["text"] for chunk in streamed) == "hello you\n"
    assert {chunk["run"] for chunk in streamed} == {run}


async def test_latency(gateway: None, start_runner: StartRunner, in_process_relay: relay.Direct) -> None:
    start_runner()
    await until(lambda: runners(utc_now()))
    took = []
    for n in range(20):
        before = len(in_process_relay.published)
        at = time.monotonic()
        run = await enqueue({"main.py": f"print('hello {n}')"})
        while len(in_process_relay.published) == before:
            await asyncio.sleep(0.001)
        took.append((time.monotonic() - at) * 1000)
        await until(lambda run=run: is_done(run))
    took.sort()
    print([round(t) for t in took])
