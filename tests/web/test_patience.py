"""Who connects and says nothing, or says it in drops, is dropped; whoever has asked is waited for."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn
from websockets.asyncio.client import connect

from otherside.kernel.limits import Limit
from otherside.relay.server import Relay, open_store
from otherside.web import patience
from otherside.web.bodies import Message, Receive, Scope, Send
from otherside.web.patience import PatientProtocol
from tests.support.relay_process import KEY, TOKEN, ticket

WAIT_S = 0.4
REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
UPGRADE = b"GET /relay HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"


async def slow_page(_scope: Scope, _receive: Receive, send: Send) -> None:
    await asyncio.sleep(2 * WAIT_S)
    start: Message = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]}
    await send(start)
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture
async def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    short = Limit("web.request_wait_ms_max", int(WAIT_S * 1000), "ms", "dropped")
    monkeypatch.setattr(patience, "REQUEST_WAIT_MS_MAX", short)
    store = open_store(tmp_path / "log.sqlite3")
    relay = Relay(store=store, key=KEY, token=TOKEN, socket_path=None)
    await relay.start()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            slow_page, ws=relay.protocol_class(), log_level="error", lifespan="off", http=PatientProtocol
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 -- uvicorn has no event for it
            await asyncio.sleep(0.01)
        yield listening.getsockname()[1]
        server.should_exit = True
        await serving
    await relay.stop()
    store.close()


async def dropped(reader: asyncio.StreamReader) -> bool:
    """Whether the line ends without another word."""
    try:
        return await asyncio.wait_for(reader.read(100), 10) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n", UPGRADE, b"\r\n"])
async def test_a_head_that_does_not_come_is_not_waited_for(port: int, said: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    assert await dropped(reader)
    writer.close()


async def test_nor_is_one_that_comes_in_drops(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    gone = asyncio.create_task(dropped(reader))
    writer.write(b"GET / HTTP/1.1\r\nName: ")
    for _ in range(200):
        writer.write(b"X")
        await asyncio.sleep(0.02)
        if gone.done():
            break
    assert gone.done()
    assert await gone
    writer.close()


async def test_a_page_that_takes_long_is_answered_and_an_empty_line_after_it_starts_the_clock(
    port: int,
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(2):
        writer.write(REQUEST)
        assert (await asyncio.wait_for(reader.readuntil(b"ok"), 10)).startswith(b"HTTP/1.1 200")
    writer.write(b"\r\n")
    assert await dropped(reader)
    writer.close()


async def test_an_upgraded_line_stays(port: int) -> None:
    async with connect(f"ws://127.0.0.1:{port}/relay?ticket={ticket('log-of-patience-00000', 1)}") as line:
        assert await line.recv()
        await asyncio.sleep(2 * WAIT_S)
        await (await line.ping())
