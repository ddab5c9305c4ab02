"""What other processes ask the relay that owns an interview, and how it lies on the local socket.

A call or an answer is its length in four bytes (big endian) and MessagePack. Each call carries the service
token. The same works over TCP, because nothing but bytes is passed.
"""

import struct

import msgspec

from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached, NotFound, Unavailable
from otherside.log.entry import NewEntry
from otherside.log.sequencer import Append, Stale
from otherside.log.store import Erased, OwnedElsewhere
from otherside.relay.ticket import Grant

LENGTH = struct.Struct(">I")


class AppendCall(msgspec.Struct, frozen=True, tag="append"):
    token: str
    log_id: str
    entries: list[tuple[int, str, str, int, bytes, bool]]
    once: str | None = None
    after: int | None = None
    of: list[str] | None = None


class PublishCall(msgspec.Struct, frozen=True, tag="publish"):
    token: str
    log_id: str
    track: str
    payload: bytes


class RegrantCall(msgspec.Struct, frozen=True, tag="regrant"):
    token: str
    log_id: str
    member: int
    grants: list[tuple[str, bool]]


class CloseCall(msgspec.Struct, frozen=True, tag="close"):
    token: str
    log_id: str
    member: int
    reason: str
    tickets_until_ms: int | None = None


class PresentCall(msgspec.Struct, frozen=True, tag="present"):
    token: str
    log_id: str


class ReleaseCall(msgspec.Struct, frozen=True, tag="release"):
    """Close the room and give the log back: somebody is about to erase it."""

    token: str
    log_id: str
    reason: str


Call = AppendCall | PublishCall | RegrantCall | CloseCall | PresentCall | ReleaseCall


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """`error` is the code of a DomainError, or empty."""

    error: str = ""
    message: str = ""
    first_seq: int = 0
    last_seq: int = 0
    at_ms: int = 0
    repeated: bool = False
    members: list[int] = []


_ERRORS: dict[str, type[DomainError]] = {
    kind.code: kind
    for kind in (NotFound, Invalid, Conflict, LimitReached, Unavailable, Stale, OwnedElsewhere, Erased)
}


def error_of(answer: Answer) -> DomainError:
    """The refusal that the relay answered, as the caller's own."""
    return _ERRORS.get(answer.error, Unavailable)(answer.message)


def answer_of(error: DomainError) -> Answer:
    code = error.code if error.code in _ERRORS else Invalid.code
    return Answer(error=code, message=str(error))


def append_of(call: AppendCall) -> Append:
    """Raises ValueError or Invalid for entries that cannot be."""
    of = None if call.of is None else tuple(call.of)
    return Append(tuple(NewEntry(*entry) for entry in call.entries), call.once, call.after, of)


def grants_of(pairs: list[tuple[str, bool]]) -> tuple[Grant, ...]:
    return tuple(Grant(pattern, write) for pattern, write in pairs)


_encoder = msgspec.msgpack.Encoder()
_calls: msgspec.msgpack.Decoder[Call] = msgspec.msgpack.Decoder(Call)
_answers = msgspec.msgpack.Decoder(Answer)


def write_message(message: Call | Answer) -> bytes:
    raw = _encoder.encode(message)
    return LENGTH.pack(len(raw)) + raw


def read_call(raw: bytes) -> Call:
    """Raises msgspec.MsgspecError for bytes that are no call."""
    return _calls.decode(raw)


def read_answer(raw: bytes) -> Answer:
    return _answers.decode(raw)
