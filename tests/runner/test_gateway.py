"""A run from its row to the log, through gateway and runner as they are, and what happens when they die."""

import asyncio
import json
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from otherside.bus.sockets import connect_stream
from otherside.kernel.clock import utc_now
from otherside.log.entry import NewEntry
from otherside.relay import client as relay
from otherside.run import actions, wire
from otherside.run.access import languages_offered
from otherside.run.entries import RUN_FINISHED, RUN_JUDGED
from otherside.run.tests import Test
from tests.runner.conftest import (
    LOG_ID,
    TOKEN,
    Gateways,
    StartRunner,
    enqueue,
    in_rows,
    is_done,
    is_there,
    kinds,
    row,
    until,
)

pytestmark = [pytest.mark.sandbox, pytest.mark.processes]
SLOW = "import time\nprint('begun', flush=True)\ntime.sleep(2)\nprint('over')\n"


def streamed(direct: relay.Direct, run: str) -> str:
    chunks = [json.loads(payload) for _, track, payload in direct.published if track == "run"]
    return "".join(chunk["text"] for chunk in chunks if chunk["run"] == run)


def groups_of(pid: int) -> list[Path]:
    return list(Path("/sys/fs/cgroup").glob(f"**/otherside-{pid}-*"))


async def finished(run: str) -> object:
    await until(is_done(run))
    bodies = [
        RUN_FINISHED.read(entry)
        for entry in await in_rows(lambda: relay.entries(LOG_ID, tracks=["run"]))
        if entry.kind == "run.finished"
    ]
    (body,) = [body for body in bodies if body.run == run]
    return body


async def test_a_run_is_begun_streamed_and_finished(
    start_runner: StartRunner, in_process_relay: relay.Direct
) -> None:
    start_runner()
    await until(is_there)
    run = await enqueue({"main.py": "print('hello', input())"}, stdin="you", extra_files={"h.py": "ours"})
    body = await finished(run)
    assert kinds() == ["run.started", "run.finished"]
    assert (body.outcome, body.stdout, body.stdin) == ("ok", "hello you\n", "you")
    assert body.files == {"main.py": "print('hello', input())"}, "the harness is not the member's"
    assert streamed(in_process_relay, run) == "hello you\n"
    assert (await in_rows(lambda: languages_offered(utc_now())))["python"].runs


async def test_hidden_tests_go_to_the_panel_alone(start_runner: StartRunner) -> None:
    start_runner()
    tests = [Test(name=name, input=name, expected=name, hidden=name == "h") for name in ("v", "h")]
    run = await enqueue(
        {"main.py": "print('=>', input())"},
        mode="visible",
        tests_visible=(tests[0],),
        tests_hidden=(tests[1],),
    )
    body = await finished(run)
    assert [(result.name, result.passed) for result in body.tests] == [("v", True)]
    await until(lambda: kinds() == ["run.started", "run.finished", "run.judged"])
    (entry,) = await in_rows(lambda: relay.entries(LOG_ID, tracks=["judge"]))
    assert [(result.name, result.passed) for result in RUN_JUDGED.read(entry).tests] == [("h", True)]
    everybodys = await in_rows(lambda: relay.entries(LOG_ID, tracks=["run"]))
    assert not any(b'"h"' in entry.body for entry in everybodys)


async def test_runs_wait_for_a_runner_and_share_its_slots(start_runner: StartRunner) -> None:
    runs = [await enqueue({"main.py": "import time; time.sleep(0.3); print(1)"}) for _ in range(5)]
    start_runner()
    for run in runs:
        assert (await finished(run)).outcome == "ok"


async def test_a_run_is_stopped_where_it_goes_on_and_where_it_waits(start_runner: StartRunner) -> None:
    process = start_runner()
    await until(is_there)
    slow = "print('begun', flush=True)\nwhile True: pass\n"
    going = await enqueue({"main.py": slow})
    await until(lambda: row(going).state == "leased")
    await asyncio.sleep(0.3)
    assert await in_rows(lambda: actions.cancel(going, actor=3))
    body = await finished(going)
    assert (body.outcome, body.stdout, body.exit_code) == ("stopped", "begun\n", None)
    assert body.wall_ms < 5_000
    process.send_signal(signal.SIGKILL)
    process.wait()
    waiting = await enqueue({"main.py": slow})
    assert await in_rows(lambda: actions.cancel(waiting, actor=3))
    assert (await finished(waiting)).outcome == "stopped"


async def test_a_run_lost_with_its_runner_is_run_again_once(start_runner: StartRunner) -> None:
    first = start_runner()
    await until(is_there)
    run = await enqueue({"main.py": SLOW})
    await until(lambda: row(run).state == "leased")
    await asyncio.sleep(0.3)
    first.send_signal(signal.SIGKILL)
    first.wait()
    start_runner()
    body = await finished(run)
    assert (body.outcome, body.stdout) == ("ok", "begun\nover\n")
    assert (await in_rows(lambda: row(run))).attempts == 2
    assert kinds() == ["run.started", "run.finished"]
    assert groups_of(first.pid) == [], "the next runner swept"


async def test_a_run_lost_twice_is_reported(start_runner: StartRunner) -> None:
    run = await enqueue({"main.py": SLOW})
    for attempt in (1, 2):
        runner = start_runner()
        await until(lambda attempt=attempt: row(run).attempts == attempt and row(run).state == "leased")
        await asyncio.sleep(0.3)
        runner.send_signal(signal.SIGKILL)
        runner.wait()
    body = await finished(run)
    assert body.outcome == "sandbox-error"
    assert "lost" in body.stderr
    assert kinds() == ["run.started", "run.finished"]


async def test_the_runner_outlives_the_gateway(start_runner: StartRunner, gateways: Gateways) -> None:
    """A run that is under way when the gateway dies is finished by the next one, and not run again."""
    start_runner()
    await until(is_there)
    run = await enqueue({"main.py": SLOW})
    await until(lambda: row(run).state == "leased")
    await asyncio.sleep(0.3)
    await gateways.end()
    await asyncio.sleep(0.2)
    await gateways.start()
    body = await finished(run)
    assert (body.outcome, body.stdout) == ("ok", "begun\nover\n")
    assert (await in_rows(lambda: row(run))).attempts == 1
    next_one = await enqueue({"main.py": "print('on we go')"})
    assert (await finished(next_one)).stdout == "on we go\n"


async def test_an_outcome_that_nobody_took_is_said_again(
    start_runner: StartRunner, gateways: Gateways
) -> None:
    start_runner()
    await until(is_there)
    run = await enqueue({"main.py": "import time; time.sleep(0.5); print('kept')"})
    await until(lambda: row(run).state == "leased")
    await gateways.end()
    await asyncio.sleep(1.0)  # it ends while nobody listens
    await gateways.start()
    assert (await finished(run)).stdout == "kept\n"


async def test_a_log_that_cannot_be_reached_delays_and_loses_nothing(
    start_runner: StartRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from otherside.kernel.errors import Unavailable

    usual = relay.append
    failures = iter([True, False, True, True])

    def append(*args: object, **kwargs: object) -> object:
        if next(failures, False):
            raise Unavailable("Not saved: the owner is away.")
        return usual(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(relay, "append", append)
    start_runner()
    assert (await finished(await enqueue({"main.py": "print(1)"}))).stdout == "1\n"


@pytest.mark.parametrize("reason", ["full", "mistake"])
async def test_a_run_that_cannot_be_told_holds_up_nobody(
    start_runner: StartRunner, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    from otherside.kernel.errors import LimitReached

    usual = relay.append

    def append(log_id: str, entries: list[NewEntry], **kwargs: object) -> object:
        if b"unlucky" in entries[0].body:
            raise LimitReached("The log is full.") if reason == "full" else KeyError("our own mistake")
        return usual(log_id, entries, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(relay, "append", append)
    start_runner()
    runs = [await enqueue({"main.py": "print('unlucky')"}) for _ in range(3)]
    for run in runs:
        await until(is_done(run))
    assert (await in_rows(lambda: row(runs[0]))).outcome["outcome"] == "sandbox-error"
    assert (await finished(await enqueue({"main.py": "print('lucky')"}))).stdout == "lucky\n"


async def test_a_flood_is_cut_and_does_not_hold_up_others(
    start_runner: StartRunner, in_process_relay: relay.Direct
) -> None:
    start_runner()
    await until(is_there)
    flood = await enqueue({"main.py": "while True: print('x' * 1000)"})
    quiet = await enqueue({"main.py": "print('quiet')"})
    assert (await finished(quiet)).stdout == "quiet\n"
    body = await finished(flood)
    assert body.outcome == "output-limit"
    assert len(body.stdout) < 70_000
    assert len(streamed(in_process_relay, flood)) <= 64_000


async def test_first_output_comes_soon(start_runner: StartRunner, in_process_relay: relay.Direct) -> None:
    """From the queue to the relay; the figure on a quiet machine is some 40 ms."""
    start_runner()
    await until(is_there)
    took = []
    for number in range(9):
        before = len(in_process_relay.published)
        at = time.monotonic()
        run = await enqueue({"main.py": f"print('hello {number}')"})
        await until(lambda before=before: len(in_process_relay.published) > before)
        took.append((time.monotonic() - at) * 1000)
        await until(is_done(run))
    assert sorted(took)[4] < 1000, took


async def dial(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(sock=connect_stream(Path(address.removeprefix("unix:"))))


def hello(**fields: object) -> wire.Hello:
    values = {
        "protocol": wire.PROTOCOL,
        "token": TOKEN,
        "runner": "forged",
        "slots": 1,
        "promise": "",
        "languages": (),
    }
    return wire.Hello(**{**values, **fields})  # type: ignore[arg-type]


async def answer(reader: asyncio.StreamReader) -> wire.FromGateway:
    length = wire.body_length(await reader.readexactly(4))
    return wire.from_gateway(await reader.readexactly(length))


@pytest.mark.parametrize(
    "fields", [{"token": "wrong"}, {"token": ""}, {"token": TOKEN + "é"}, {"protocol": 99}]
)
async def test_strangers_are_refused(gateways: Gateways, address: str, fields: dict[str, object]) -> None:
    reader, writer = await dial(address)
    writer.write(wire.encode(hello(**fields)))
    assert isinstance(await answer(reader), wire.Refused)
    assert await reader.read() == b""
    writer.close()
    assert not await in_rows(is_there)


@pytest.mark.parametrize(
    "noise",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff" * 8,
        b"\0\0\0\2{}",
        wire.encode(wire.Beat(())),
        b"\0\1\0\0" + b"x" * 65536,
    ],
)
async def test_noise_ends_its_own_line_only(gateways: Gateways, address: str, noise: bytes) -> None:
    reader, writer = await dial(address)
    writer.write(noise)
    with suppress(ConnectionResetError):  # hung up before all of it was read
        assert await asyncio.wait_for(reader.read(), 10) == b""
    writer.close()
    other, writing = await dial(address)
    writing.write(wire.encode(hello()))
    assert isinstance(await answer(other), wire.Welcome)
    writing.close()


async def test_a_runner_is_believed_of_its_own_runs_only(gateways: Gateways, address: str) -> None:
    from otherside.run.job import Outcome

    run = await enqueue({"main.py": "print(1)"})
    reader, writer = await dial(address)
    writer.write(wire.encode(hello(holding=(run,))))
    assert isinstance(await answer(reader), wire.Welcome)
    writer.write(wire.encode(wire.Finished(run, Outcome(outcome="ok", stdout="forged"))))
    assert await answer(reader) == wire.Taken(run)
    assert (await in_rows(lambda: row(run))).state == "queued"
    assert kinds() == []
    writer.close()
