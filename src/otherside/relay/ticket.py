"""The ticket with which a browser opens the relay: who, which log, what they may read and write, until
when.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from otherside.kernel.errors import DomainError
from otherside.log.track import matches

TICKET_BYTES_MAX = 8192


class BadTicket(DomainError):
    """The ticket was not signed here, is damaged, or its time is over. A fresh one comes with the page."""

    code = "bad-ticket"


@dataclass(frozen=True, slots=True)
class Grant:
    """Permission to read the tracks that `pattern` stands for, and to write them where `write` is set."""

    pattern: str
    write: bool

    def allows(self, track: str, *, write: bool = False) -> bool:
        return (self.write or not write) and matches(self.pattern, track)


@dataclass(frozen=True, slots=True)
class Ticket:
    log_id: str
    member: int
    name: str
    grants: tuple[Grant, ...]
    expires_at: datetime

    def __post_init__(self) -> None:
        if self.member < 1:
            raise ValueError(f"a ticket is for a member from 1 on, got {self.member}; 0 is the house")
        if self.expires_at.tzinfo is None:
            raise ValueError("a ticket's expiry must be an aware time")


class _Wire(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    log_id: str
    member: int
    name: str
    grants: list[tuple[str, bool]]
    expires_ms: int


def sign(ticket: Ticket, key: bytes) -> str:
    """`ticket` as text that is safe in a URL; whoever has `key` can check it, nobody else can make one."""
    wire = _Wire(
        ticket.log_id,
        ticket.member,
        ticket.name,
        [(grant.pattern, grant.write) for grant in ticket.grants],
        int(ticket.expires_at.timestamp() * 1000),
    )
    body = msgspec.msgpack.encode(wire)
    return _text(body) + "." + _text(_signature(body, key))


def verify(text: str, key: bytes, now: datetime) -> Ticket:
    """The ticket that `sign` made `text` from. Raises BadTicket."""
    if len(text) > TICKET_BYTES_MAX:
        raise BadTicket(
            f"The ticket has {len(text)} characters, more than {TICKET_BYTES_MAX}. Reload the page."
        )
    body_text, _, signature_text = text.partition(".")
    try:
        body, signature = _bytes(body_text), _bytes(signature_text)
    except (ValueError, binascii.Error) as error:
        raise BadTicket("The ticket cannot be read. Reload the page to get a fresh one.") from error
    if not hmac.compare_digest(signature, _signature(body, key)):
        raise BadTicket("The ticket was not signed here. Reload the page to get a fresh one.")
    try:
        wire = msgspec.msgpack.decode(body, type=_Wire)
        ticket = Ticket(
            wire.log_id,
            wire.member,
            wire.name,
            tuple(Grant(pattern, write) for pattern, write in wire.grants),
            datetime.fromtimestamp(wire.expires_ms / 1000, UTC),
        )
    except (msgspec.MsgspecError, ValueError, OverflowError, OSError) as error:
        raise BadTicket("The ticket is of another version. Reload the page to get a fresh one.") from error
    if now >= ticket.expires_at:
        raise BadTicket(
            f"The ticket was good until {ticket.expires_at:%H:%M:%S} UTC. Reload the page to get a fresh one."
        )
    return ticket


def _signature(body: bytes, key: bytes) -> bytes:
    # The prefix keeps a signature of this kind from being taken for one of another.
    return hmac.digest(key, b"otherside relay ticket 1\x00" + body, hashlib.sha256)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
