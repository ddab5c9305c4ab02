"""Cursors: who points where. The server writes each one's name and colour, so nobody can be impersonated.

    update = varuint n, n times (varuint client id, varuint clock, varstring JSON or "null")

Source of the format: y-protocols/awareness.js.
"""

from dataclasses import dataclass

import msgspec

from otherside.relay.frames import read_varbytes, read_varuint, write_varbytes, write_varuint
from otherside.relay.limits import AWARENESS_BYTES_MAX
from otherside.relay.websocket import BadFrame

GONE = b"null"
STATES_MAX = 64

# Readable on light and dark ground, apart from each other also for most colour-blind readers.
COLOURS = ("#0b7285", "#b35900", "#5f3dc4", "#2b8a3e", "#a61e4d", "#1864ab", "#7a5c00", "#862e9c")

_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Cursor:
    client: int
    clock: int
    state: bytes  # JSON, or `null` for gone


def colour_of(member: int) -> str:
    return COLOURS[member % len(COLOURS)]


def identity_of(name: str, member: int) -> msgspec.Raw:
    """The `user` of every cursor of this member."""
    colour = colour_of(member)
    user = {"name": name, "color": colour, "colorLight": colour + "33", "member": member}
    return msgspec.Raw(_encode(user))


def read_awareness(raw: bytes) -> list[Cursor]:
    """Raises BadFrame. A state may be anything here; `signed` decides."""
    count, at = read_varuint(raw, 0)
    if count > STATES_MAX:
        raise BadFrame(f"{count} cursors in one message, more than {STATES_MAX}")
    cursors = []
    for _ in range(count):
        client, at = read_varuint(raw, at)
        clock, at = read_varuint(raw, at)
        state, at = read_varbytes(raw, at)
        cursors.append(Cursor(client, clock, state))
    if at != len(raw):
        raise BadFrame("bytes follow the cursors")
    return cursors


def write_awareness(cursors: list[Cursor]) -> bytes:
    parts = [write_varuint(len(cursors))]
    for cursor in cursors:
        parts += (write_varuint(cursor.client), write_varuint(cursor.clock), write_varbytes(cursor.state))
    return b"".join(parts)


def signed(state: bytes, identity: msgspec.Raw) -> bytes | None:
    """`state` with the member's own identity in it; None where it is too long or no JSON object."""
    if state == GONE:
        return GONE
    if len(state) > AWARENESS_BYTES_MAX.value:
        return None
    try:
        fields = _decode(state)
    except msgspec.MsgspecError:
        return None
    fields["user"] = identity
    return _encode(fields)
