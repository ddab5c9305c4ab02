"""Real sockets in one process: handshake, Origin, slow clients, restart, the local socket, uvicorn's port."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from otherside.kernel.errors import Invalid, NotFound, Unavailable
from otherside.log.entry import NewEntry
from otherside.log.read import read_entries
from otherside.log.store import OwnedElsewhere
from otherside.relay import client, frames
from otherside.relay.limits import FRAME_BYTES_MAX, REQUEST_BYTES_MAX
from otherside.relay.remote import Remote
from otherside.relay.server import Relay, open_store
from otherside.relay.ticket import Grant
from tests.relay.world import keystroke
from tests.support.relay_process import KEY, TOKEN, ticket

LOG = "log-of-real-sockets000"
HINT = NewEntry(0, "outline", "hour.begun", 1, b"{}")


@pytest.fixture
async def relay(tmp_path: Path) -> AsyncIterator[Relay]:
    store = open_store(tmp_path / "log.sqlite3")
    relay = Relay(store=store, key=KEY, token=TOKEN, socket_path=tmp_path / "relay.sock")
    await relay.start()
    relay.port = await relay.serve("127.0.0.1", 0)  # type: ignore[attr-defined]
    yield relay
    await relay.stop()
    store.close()


def url(relay: Relay, text: str | None = None, path: str = "/relay") -> str:
    return f"ws://127.0.0.1:{relay.port}{path}?ticket={text or ticket(LOG, 1)}"  # type: ignore[attr-defined]


async def control(line: ClientConnection, kind: str) -> dict[str, Any]:
    """The next control message of that type."""
    while True:
        raw = await asyncio.wait_for(line.recv(), 10)
        assert isinstance(raw, bytes)
        if raw[:2] == bytes((0, frames.CONTROL)):
            said = json.loads(raw[raw.index(b"{") :])
            if said["type"] == kind:
                return dict(said)


async def open_track(line: ClientConnection, track: str) -> bytes:
    await line.send(b"\x00" + frames.control_message(json.dumps({"type": "open", "track": track}).encode()))
    return frames.write_varuint((await control(line, "opened"))["number"])


async def code_of(line: ClientConnection) -> int:
    with pytest.raises(ConnectionClosed) as caught:  # noqa: PT012 -- what comes before the close
        while True:
            await asyncio.wait_for(line.recv(), 10)
    assert caught.value.rcvd is not None
    return caught.value.rcvd.code


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("rubbish", "/relay", 4401),
        (ticket(LOG, 1, life_s=-1), "/relay", 4401),
        (ticket(LOG, 1), "/relay/y/log-of-another-room000/doc:pad", 4403),
        (ticket(LOG, 1, grants=()), f"/relay/y/{LOG}/doc:pad", 4403),
        (ticket(LOG, 1), f"/relay/y/{LOG}/outline", 4403),
    ],
)
async def test_strangers_are_closed_with_a_code(relay: Relay, text: str, path: str, code: int) -> None:
    async with connect(url(relay, text, path)) as line:
        got = await code_of(line)
    assert got == code
    assert relay.hub.rooms == {}


@pytest.mark.parametrize(
    ("path", "origin", "status"),
    [("/relay", "http://evil.example", 403), ("/elsewhere", None, 404)],
)
async def test_other_pages_and_other_paths_are_refused(
    relay: Relay, path: str, origin: str | None, status: int
) -> None:
    with pytest.raises(InvalidStatus) as caught:
        async with connect(url(relay, path=path), origin=origin):  # type: ignore[arg-type]
            pass
    assert caught.value.response.status_code == status


async def test_pages_of_the_same_host_are_let_in(relay: Relay) -> None:
    async with connect(url(relay), origin=f"http://127.0.0.1:{relay.port}") as line:  # type: ignore[attr-defined,arg-type]
        assert (await control(line, "welcome"))["member"] == 1
    relay.origins = frozenset({"https://interviews.example.org"})
    assert relay.allows_origin("https://interviews.example.org", "x")
    assert not relay.allows_origin(f"http://127.0.0.1:{relay.port}", f"127.0.0.1:{relay.port}")  # type: ignore[attr-defined]


async def test_a_request_that_never_ends_is_cut_off(relay: Relay) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)  # type: ignore[attr-defined]
    writer.write(b"GET /relay HTTP/1.1\r\nX: " + b"x" * (int(REQUEST_BYTES_MAX) + 1))
    assert b" 431 " in await asyncio.wait_for(reader.read(), 10)
    writer.close()


async def test_frames_that_are_too_large_and_early_ones(relay: Relay) -> None:
    async with connect(url(relay), max_size=None) as line:
        await line.send(bytes(int(FRAME_BYTES_MAX) + 1))
        assert await code_of(line) == 1009


async def test_a_slow_client_is_closed_and_the_others_go_on(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    from otherside.kernel.limits import Limit
    from otherside.relay import connection

    monkeypatch.setattr(connection, "QUEUED_BYTES_MAX", Limit("relay.test", 64 * 1024, "bytes", "closed"))
    async with connect(url(relay, ticket(LOG, 1))) as quick:
        prefix = await open_track(quick, "doc:pad")
        slow = socket.create_connection(("127.0.0.1", relay.port))  # type: ignore[attr-defined]
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        target = url(relay, ticket(LOG, 2), f"/relay/y/{LOG}/doc:pad").split(str(relay.port), 1)[1]  # type: ignore[attr-defined]
        slow.sendall(
            f"GET {target} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        for _ in range(100):
            await asyncio.sleep(0.02)
            if len(relay.hub.sessions) == 2:
                break
        assert relay.hub.present(LOG) == {1, 2}
        for _ in range(60):
            await quick.send(prefix + frames.sync_message(frames.UPDATE, keystroke("x" * 200_000)))
            await asyncio.sleep(0.01)
            if relay.hub.present(LOG) == {1}:
                break
        assert relay.hub.present(LOG) == {1}, "the slow one is closed, never waited for"
        assert await open_track(quick, "outline")
        slow.close()


async def test_other_processes_ask_over_the_local_socket(relay: Relay, tmp_path: Path) -> None:
    remote = Remote(open_store(tmp_path / "log.sqlite3"), tmp_path / "relay.sock", TOKEN)
    client.configure(remote)
    try:
        async with connect(url(relay)) as line:
            await open_track(line, "outline")
            first = await asyncio.to_thread(client.open_log, LOG, HINT)
            again = await asyncio.to_thread(client.open_log, LOG, HINT)
            assert (first.repeated, again.repeated, again.first_seq) == (False, True, first.first_seq)
            assert b"hour.begun" in await asyncio.wait_for(line.recv(), 10)  # type: ignore[operator]
            assert await asyncio.to_thread(client.present, LOG) == {1}
            await asyncio.to_thread(client.publish, LOG, "outline", b"streamed")
            assert b"streamed" in await asyncio.wait_for(line.recv(), 10)  # type: ignore[operator]
            with pytest.raises(client.Stale):
                await asyncio.to_thread(lambda: client.append(LOG, [HINT], after=-1))
            await asyncio.to_thread(client.regrant, LOG, 1, (Grant("outline", False),))
            await asyncio.to_thread(client.close_member, LOG, 1, "The hour has ended.")
            assert await code_of(line) == 4410
        assert stat_mode(tmp_path / "relay.sock") == 0o600
        stranger = Remote(open_store(tmp_path / "log.sqlite3"), tmp_path / "relay.sock", "guess")
        with pytest.raises(Invalid, match="service token"):
            await asyncio.to_thread(stranger.present, LOG)
        stranger.close()
        with pytest.raises(AssertionError, match="event loop"):
            client.present(LOG)
        await asyncio.to_thread(lambda: client.erase(LOG, why="asked for"))
        with pytest.raises(NotFound, match="erased"):
            await asyncio.to_thread(client.append, LOG, [HINT])
    finally:
        client.forget()
        remote.close()


def stat_mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_where_nobody_listens_the_caller_writes_itself(tmp_path: Path) -> None:
    store = open_store(tmp_path / "log.sqlite3")
    remote = Remote(store, tmp_path / "nobody.sock", TOKEN)
    client.configure(remote)
    try:
        receipt = await asyncio.to_thread(client.append, LOG, [HINT])
        assert receipt.first_seq == 0
        assert await asyncio.to_thread(client.present, LOG) == frozenset()
        await asyncio.to_thread(client.regrant, LOG, 1, ())
        # A relay that is starting has the log already and listens only in a moment.
        owner = store.register("relay")
        store.claim(owner, [LOG])
        with pytest.raises(Unavailable, match=r"^Not saved"):
            await asyncio.to_thread(client.append, LOG, [HINT])
        store.retire(owner)
        assert (await asyncio.to_thread(client.append, LOG, [HINT])).first_seq == 1
    finally:
        client.forget()
        remote.close()


async def test_an_owner_that_does_not_answer_is_reported_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from otherside.relay import remote as module

    monkeypatch.setattr(module, "APPEND_WAIT_MS", 100)
    lines: list[asyncio.StreamWriter] = []
    silent = await asyncio.start_unix_server(
        lambda _reader, writer: lines.append(writer), str(tmp_path / "silent.sock")
    )
    store = open_store(tmp_path / "log.sqlite3")
    remote = Remote(store, tmp_path / "silent.sock", TOKEN)
    client.configure(remote)
    try:
        with pytest.raises(Unavailable, match=r"^Not saved"):
            await asyncio.to_thread(client.append, LOG, [HINT])
    finally:
        client.forget()
        remote.close()
        for line in lines:
            line.close()
        silent.close()
        await silent.wait_closed()


def test_appending_inside_a_transaction_is_a_mistake_of_ours(tmp_path: Path) -> None:
    direct = client.Direct.on_sqlite(tmp_path / "log.sqlite3")
    client.configure(direct, in_transaction=lambda: True)
    with pytest.raises(AssertionError, match="inside a database transaction"):
        client.append(LOG, [HINT])
    client.forget()
    direct.close()


async def test_two_relays_of_one_place_do_not_run_at_once(relay: Relay) -> None:
    second = Relay(store=relay.store, key=KEY, token=TOKEN, socket_path=None)
    with pytest.raises(OwnedElsewhere, match="running already"):
        await second.start()


async def test_stopping_writes_what_is_left_and_sends_everybody_to_come_back(tmp_path: Path) -> None:
    store = open_store(tmp_path / "log.sqlite3")
    relay = Relay(store=store, key=KEY, token=TOKEN, socket_path=tmp_path / "relay.sock")
    await relay.start()
    relay.port = await relay.serve("127.0.0.1", 0)  # type: ignore[attr-defined]
    async with connect(url(relay)) as line:
        prefix = await open_track(line, "doc:pad")
        await line.send(prefix + frames.sync_message(frames.UPDATE, keystroke()))
        await asyncio.sleep(0.05)
        await relay.stop()
        assert await code_of(line) == 4500
    assert len(read_entries(store, relay.index, LOG, tracks=["doc:pad"])) == 1
    assert store.query("SELECT count(*) FROM log_owner") == [(0,)]
    store.close()


async def test_pages_and_relay_share_one_port(tmp_path: Path) -> None:
    async def page(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"a page"})

    store = open_store(tmp_path / "log.sqlite3")
    relay = Relay(store=store, key=KEY, token=TOKEN, socket_path=None)
    await relay.start()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = relay.port = listening.getsockname()[1]  # type: ignore[attr-defined]
        config = uvicorn.Config(
            page, ws=relay.protocol_class(), log_level="error", lifespan="off", http="httptools"
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 -- uvicorn has no event for it
            await asyncio.sleep(0.01)
        async with connect(url(relay)) as line:
            assert (await control(line, "welcome"))["name"] == "Member 1"
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert b"a page" in await asyncio.wait_for(reader.read(), 10)
            writer.close()
            server.should_exit = True
            assert await code_of(line) == 4500
        await serving
    await relay.stop()
    store.close()
