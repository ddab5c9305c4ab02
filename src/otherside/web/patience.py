"""A connection that does not say what it wants, or says it byte by byte, is not waited for.

uvicorn waits without end for a first request; every open line costs one of the files this process may open.
The relay's own connections begin as such requests, so the same ends a WebSocket that never asks to be one.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from otherside.web.limits import REQUEST_WAIT_MS_MAX


class PatientProtocol(HttpToolsProtocol):
    """uvicorn's, with a deadline for the head of each request. Bodies have their own (`bodies`)."""

    deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._has_head()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        # Between requests, too: whatever comes ends uvicorn's own wait there, an empty line as well.
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr] # None at first
            self._await_head()
        super().data_received(data)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        self._has_head()
        super().on_headers_complete()

    def _await_head(self) -> None:
        if self.deadline is None:
            wait_s = REQUEST_WAIT_MS_MAX.value / 1000
            self.deadline = self.loop.call_later(wait_s, self._give_up)

    def _has_head(self) -> None:
        if self.deadline is not None:
            self.deadline.cancel()
            self.deadline = None

    def _give_up(self) -> None:
        self.deadline = None
        self.transport.abort()
