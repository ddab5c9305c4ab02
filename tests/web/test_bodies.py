"""A stranger's request is cut off before it fills the disk, announced or not, at once or in drops."""

import asyncio
from collections.abc import Iterable

import pytest

from otherside.kernel.limits import Limit
from otherside.web import bodies
from otherside.web.bodies import BoundedBodies, Message, Receive, Scope, Send
from otherside.web.limits import BODY_BYTES_MAX

MOST = BODY_BYTES_MAX.value


async def pages(_scope: Scope, receive: Receive, send: Send) -> None:
    """As Django does: the whole body first; nothing is said to whoever hangs up meanwhile."""
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message["body"])
        if not message["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


async def asked(
    parts: Iterable[bytes], *, length: bytes | None = None, hangs: bool = False
) -> tuple[int, bytes]:
    """Status and body of the answer to a request that comes in `parts`; `hangs`: the last one never comes."""
    waiting = list(parts)
    sent: list[Message] = []

    async def receive() -> Message:
        if not waiting:
            await asyncio.sleep(3600)
        part = waiting.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(waiting) or hangs}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [] if length is None else [(b"content-length", length)]
    await BoundedBodies(pages)({"type": "http", "headers": headers}, receive, send)
    start, body = sent
    return start["status"], body["body"]


async def test_an_ordinary_request_arrives_whole() -> None:
    assert await asked([b"ab", b"c"], length=b"3") == (200, b"3")
    assert await asked([bytes(MOST)]) == (200, str(MOST).encode())


async def test_what_announces_too_much_is_not_even_read() -> None:
    assert (await asked([], length=str(MOST + 1).encode()))[0] == 413


async def test_what_grows_too_large_unannounced_is_cut_off() -> None:
    assert (await asked([bytes(MOST), b"x"], hangs=True))[0] == 413


async def test_what_comes_too_slowly_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "BODY_SECONDS_MAX", Limit("web.body_seconds_max", 1, "seconds", "cut off"))
    assert (await asked([b"a"], hangs=True))[0] == 408
