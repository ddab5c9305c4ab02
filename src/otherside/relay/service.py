"""The local socket on which other processes ask for appends and grants. Server side; `remote` is the other
end.
"""

import asyncio
import hmac
import logging
from pathlib import Path
from typing import cast

import msgspec

from otherside.bus.sockets import bind_stream
from otherside.kernel.errors import DomainError, Invalid
from otherside.log.entry import Receipt
from otherside.relay import calls
from otherside.relay.calls import Answer, Call
from otherside.relay.hub import Hub
from otherside.relay.limits import CALL_BYTES_MAX

log = logging.getLogger(__name__)


class Caller(asyncio.Protocol):
    """One connected process. Calls are answered in the order they came."""

    def __init__(self, hub: Hub, token: str, open_callers: set["Caller"]) -> None:
        self.hub = hub
        self.token = token.encode()
        self._open = open_callers
        self._rest = b""
        self._answers: list[Answer | None] = []
        self._first = 0  # number of the call that the first of _answers belongs to
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are none of asyncio's classes, though they do the same.
        self._transport = cast("asyncio.Transport", transport)
        self._open.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        del exc  # the caller went away; what it asked for is written or not, and it asks again with `once`
        self._transport = None
        self._open.discard(self)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        raw = self._rest + data if self._rest else data
        at = 0
        while len(raw) - at >= calls.LENGTH.size:
            (size,) = calls.LENGTH.unpack_from(raw, at)
            if size > CALL_BYTES_MAX.value:
                log.warning("call of %d bytes refused", size)
                self.close()
                return
            start, end = at + calls.LENGTH.size, at + calls.LENGTH.size + size
            if end > len(raw):
                break
            self._call(raw[start:end])
            at = end
        self._rest = raw[at:]

    def _call(self, raw: bytes) -> None:
        number = self._first + len(self._answers)
        self._answers.append(None)
        try:
            call = calls.read_call(raw)
            if not hmac.compare_digest(call.token.encode(), self.token):
                raise Invalid("The service token is not the one of this relay.")
            self._do(call, number)
        except DomainError as error:
            self._answer(number, calls.answer_of(error))
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            self._answer(number, Answer(error=Invalid.code, message=f"The call cannot be read: {error}"))

    def _do(self, call: Call, number: int) -> None:
        hub = self.hub
        if isinstance(call, calls.AppendCall):
            hub.append(
                call.log_id, calls.append_of(call), lambda answer: self._answer(number, _receipt(answer))
            )
            return
        if isinstance(call, calls.ReleaseCall):
            hub.release(call.log_id, call.reason, lambda _: self._answer(number, Answer()))
            return
        if isinstance(call, calls.PublishCall):
            hub.publish(call.log_id, call.track, call.payload)
        elif isinstance(call, calls.RegrantCall):
            hub.regrant(call.log_id, call.member, calls.grants_of(call.grants))
        elif isinstance(call, calls.CloseCall):
            hub.close_member(call.log_id, call.member, call.reason, call.tickets_until_ms)
        else:
            self._answer(number, Answer(members=sorted(hub.present(call.log_id))))
            return
        self._answer(number, Answer())

    def _answer(self, number: int, answer: Answer) -> None:
        self._answers[number - self._first] = answer
        ready = b""
        while self._answers and (first := self._answers[0]) is not None:
            ready += calls.write_message(first)
            del self._answers[0]
            self._first += 1
        if ready and self._transport is not None:
            self._transport.write(ready)


def _receipt(answer: Receipt | DomainError) -> Answer:
    if isinstance(answer, DomainError):
        return calls.answer_of(answer)
    return Answer(
        first_seq=answer.first_seq, last_seq=answer.last_seq, at_ms=answer.at_ms, repeated=answer.repeated
    )


async def listen(hub: Hub, token: str, path: Path) -> tuple[asyncio.Server, set[Caller]]:
    """Serves calls on a UNIX socket that only our own user can open. A file left by a dead process goes."""
    loop = asyncio.get_running_loop()
    callers: set[Caller] = set()
    server = await loop.create_unix_server(lambda: Caller(hub, token, callers), sock=bind_stream(path))
    return server, callers
