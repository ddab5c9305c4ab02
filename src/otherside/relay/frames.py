"""What lies in a binary WebSocket frame: a track number, then one message. Both ends test the same bytes.

    frame   = varuint track, message
    track 0 = control:  100 varuint (so many of this connection's data frames are settled)
                        101 varstring JSON (control message)
    others  = 0 sync (0 step 1 | 1 step 2 | 2 update), varbytes      y-protocols, both ways on documents
              1 awareness, varbytes                                   y-protocols, both ways on documents
              3 query awareness                                       from the client
              4 entry: varuint at_ms, actor, version, varstring kind, varbytes body       from the server
              5 stream: varbytes                                      from the server

Every varuint must be as short as it can be. lib0 also reads padded forms such as 0x82 0x00 for 2, so a
filter that compared bytes and passed the frame on unread could be talked past.
"""

from enum import Enum

from otherside.relay.websocket import BadFrame

SYNC, AWARENESS, AUTH, QUERY_AWARENESS, ENTRY, STREAM, SETTLED, CONTROL = 0, 1, 2, 3, 4, 5, 100, 101
STEP_1, STEP_2, UPDATE = 0, 1, 2
EMPTY_STATE_VECTOR = b"\x00"
EMPTY_UPDATE = b"\x00\x00"


class FrameKind(Enum):
    """Every kind of message there is, by its outer and inner number. Tests enumerate this."""

    STEP_1 = (SYNC, STEP_1)
    STEP_2 = (SYNC, STEP_2)
    UPDATE = (SYNC, UPDATE)
    AWARENESS = (AWARENESS, None)
    AUTH = (AUTH, None)
    QUERY_AWARENESS = (QUERY_AWARENESS, None)
    ENTRY = (ENTRY, None)
    STREAM = (STREAM, None)
    SETTLED = (SETTLED, None)
    CONTROL = (CONTROL, None)


# What a client may send at all; the grants then decide about each track.
FROM_CLIENT = frozenset({
    FrameKind.STEP_1, FrameKind.STEP_2, FrameKind.UPDATE, FrameKind.AWARENESS, FrameKind.QUERY_AWARENESS,
    FrameKind.CONTROL,
})  # fmt: skip
_OUTER = {kind.value[0]: kind for kind in FrameKind if kind.value[1] is None}
_SYNC = {kind.value[1]: kind for kind in FrameKind if kind.value[0] == SYNC}


def _write_varuint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


# Sizes and counts are small: looking one up costs a tenth of writing it.
_SMALL = tuple(_write_varuint(number) for number in range(4096))


def write_varuint(number: int) -> bytes:
    return _SMALL[number] if number < len(_SMALL) else _write_varuint(number)


def read_varuint(raw: bytes, at: int) -> tuple[int, int]:
    """(number, where it ends). Raises BadFrame where it is cut off, padded or larger than 2^53."""
    pair = raw[at : at + 2]
    if pair and pair[0] < 128:
        return pair[0], at + 1
    if len(pair) == 2 and 0 < pair[1] < 128:
        return pair[0] & 127 | pair[1] << 7, at + 2
    return _read_varuint(raw, at)


def _read_varuint(raw: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    end = len(raw)
    while True:
        if at >= end:
            raise BadFrame("a number is cut off")
        byte = raw[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            break
        shift += 7
        if shift > 49:
            raise BadFrame("a number is larger than 2^53")
    if byte == 0 and shift:
        raise BadFrame("a number is padded with zeros")
    return number, at


def write_varbytes(data: bytes) -> bytes:
    return write_varuint(len(data)) + data


def read_varbytes(raw: bytes, at: int) -> tuple[bytes, int]:
    """(bytes, where they end). Raises BadFrame."""
    size, at = read_varuint(raw, at)
    end = at + size
    if end > len(raw):
        raise BadFrame(f"{size} bytes are announced and {len(raw) - at} are there")
    return raw[at:end], end


def read_kind(raw: bytes, at: int = 0) -> tuple[FrameKind, int]:
    """What the message at `at` is and where its body starts. Raises BadFrame for unknown numbers."""
    outer, at = read_varuint(raw, at)
    if outer == SYNC:
        inner, at = read_varuint(raw, at)
        kind = _SYNC.get(inner)
    else:
        kind = _OUTER.get(outer)
    if kind is None:
        raise BadFrame(f"a message of kind {outer} is unknown")
    return kind, at


def read_whole(raw: bytes, at: int) -> bytes:
    """The varbytes at `at`, which must be the last thing in the frame. Raises BadFrame."""
    data, end = read_varbytes(raw, at)
    if end != len(raw):
        raise BadFrame(f"{len(raw) - end} bytes follow the message")
    return data


def sync_message(inner: int, data: bytes) -> bytes:
    return bytes((SYNC, inner)) + write_varbytes(data)


def awareness_message(data: bytes) -> bytes:
    return bytes((AWARENESS,)) + write_varbytes(data)


def entry_message(at_ms: int, actor: int, version: int, kind: str, body: bytes) -> bytes:
    return (
        bytes((ENTRY,))
        + write_varuint(at_ms)
        + write_varuint(actor)
        + write_varuint(version)
        + write_varbytes(kind.encode())
        + write_varbytes(body)
    )


def read_entry(raw: bytes, at: int) -> tuple[int, int, int, str, bytes]:
    """(at_ms, actor, version, kind, body). Raises BadFrame."""
    at_ms, at = read_varuint(raw, at)
    actor, at = read_varuint(raw, at)
    version, at = read_varuint(raw, at)
    kind, at = read_varbytes(raw, at)
    try:
        return at_ms, actor, version, kind.decode(), read_whole(raw, at)
    except UnicodeDecodeError as error:
        raise BadFrame("the kind of an entry is not text") from error


def stream_message(data: bytes) -> bytes:
    return bytes((STREAM,)) + write_varbytes(data)


def settled_message(count: int) -> bytes:
    return bytes((SETTLED,)) + write_varuint(count)


def control_message(json: bytes) -> bytes:
    return bytes((CONTROL,)) + write_varbytes(json)
