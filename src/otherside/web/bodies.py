"""Bounds what a request may bring. Django lays a body on the disk before any view could refuse it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from otherside.web.limits import BODY_BYTES_MAX, BODY_SECONDS_MAX

# Any: ASGI's own shapes; each message names its type and holds what belongs to it.
Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

TOO_LARGE = (413, f"A request may bring {BODY_BYTES_MAX.value} bytes. Send less.")
TOO_SLOW = (408, f"The request did not arrive within {BODY_SECONDS_MAX.value} seconds. Send it again.")


class BoundedBodies:
    """An ASGI application before another. The other sees a request that is too much as one that hung up."""

    def __init__(self, pages: Application) -> None:
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.pages(scope, receive, send)
            return
        if _announced(scope) > BODY_BYTES_MAX.value:
            await _refuse(send, *TOO_LARGE)
            return
        body = _Body(receive)
        await self.pages(scope, body.receive, send)
        if body.refused is not None:
            await _refuse(send, *body.refused)


class _Body:
    """One request's body on its way. `refused` says why it was cut off."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._until_s = asyncio.get_running_loop().time() + BODY_SECONDS_MAX.value
        self._bytes = 0
        self._whole = False
        self.refused: tuple[int, str] | None = None

    async def receive(self) -> Message:
        if self._whole:
            return await self._receive()  # what comes behind a body says only that the reader is gone
        try:
            async with asyncio.timeout_at(self._until_s):
                message = await self._receive()
        except TimeoutError:
            self.refused = TOO_SLOW
            return {"type": "http.disconnect"}
        self._bytes += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._bytes > BODY_BYTES_MAX.value:
            self.refused = TOO_LARGE
            return {"type": "http.disconnect"}
        return message


def _announced(scope: Scope) -> int:
    text = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(text) if text.isdigit() else 0


async def _refuse(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
