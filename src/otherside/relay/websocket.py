"""RFC 6455 for a server that knows what it wants: upgrade, frames, masks. No sockets here.

Only what browsers send is taken: masked frames, whole or fragmented, no extensions.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA

PROTOCOL_ERROR = 1002
UNSUPPORTED = 1003
BAD_DATA = 1007
TOO_LARGE = 1009
# 4400 to 4499: the client shall not come back by itself. 4500 to 4599: it shall, a little later.
BAD_TICKET = 4401
NOT_ALLOWED = 4403
ENDED = 4410
TOO_MANY_MESSAGES = 4429
TRY_AGAIN = 4500
FULL = 4503
TOO_SLOW = 4508


class BadRequest(Exception):
    """An upgrade that cannot be answered with 101. `status` is what to answer instead."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class BadFrame(Exception):
    """Bytes that no honest client sends. The connection closes with `code`; the message goes to our log."""

    def __init__(self, reason: str, code: int = PROTOCOL_ERROR) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A request to open a WebSocket, as the browser sent it."""

    path: str
    query: dict[str, str]
    key: bytes
    origin: str
    host: str


def read_upgrade(raw: bytes) -> Upgrade:
    """The request in `raw`, which ends with its empty line. Raises BadRequest."""
    lines = raw.split(b"\r\n")
    parts = lines[0].split(b" ")
    if len(parts) != 3 or parts[0] != b"GET" or not parts[2].startswith(b"HTTP/1."):
        raise BadRequest(405, "a WebSocket opens with GET")
    headers: dict[bytes, bytes] = {}
    for line in lines[1:]:
        if not line:
            break
        name, colon, value = line.partition(b":")
        if not colon:
            raise BadRequest(400, "a header has no colon")
        name = name.strip().lower()
        # A header that comes twice is joined, as HTTP says, so that no proxy can read the other one.
        headers[name] = headers[name] + b"," + value.strip() if name in headers else value.strip()
    if b"websocket" not in headers.get(b"upgrade", b"").lower():
        raise BadRequest(426, "this address speaks WebSocket")
    if headers.get(b"sec-websocket-version") != b"13":
        raise BadRequest(426, "WebSocket version 13 is wanted")
    key = headers.get(b"sec-websocket-key", b"")
    try:
        good = len(base64.b64decode(key, validate=True)) == 16
    except (ValueError, binascii.Error):
        good = False
    if not good:
        raise BadRequest(400, "Sec-WebSocket-Key is not sixteen bytes in base64")
    try:
        target = urlsplit(parts[1].decode("ascii"))
        pairs = parse_qs(target.query, max_num_fields=16)
    except (UnicodeDecodeError, ValueError) as error:
        raise BadRequest(400, "the address cannot be read") from error
    query = {name: values[-1] for name, values in pairs.items()}
    origin, host = (headers.get(name, b"").decode("latin-1") for name in (b"origin", b"host"))
    return Upgrade(target.path, query, key, origin, host)


def accept(key: bytes) -> bytes:
    """The answer that opens the WebSocket."""
    digest = base64.b64encode(hashlib.sha1(key + GUID, usedforsecurity=False).digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + digest + b"\r\n\r\n"
    )


def refuse(error: BadRequest) -> bytes:
    """The answer that does not."""
    body = error.reason.encode()
    return (
        f"HTTP/1.1 {error.status} Refused\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body


def head_of(size: int, opcode: int = BINARY) -> bytes:
    """What comes before `size` bytes in a frame from the server: never a mask."""
    if size < 126:
        return bytes((0x80 | opcode, size))
    if size < 65536:
        return bytes((0x80 | opcode, 126, size >> 8, size & 255))
    return bytes((0x80 | opcode, 127)) + size.to_bytes(8, "big")


# Nearly every message is as short as this; looking its head up costs a fifth of making it.
HEADS = tuple(head_of(size) for size in range(1024))


def frame(payload: bytes, opcode: int = BINARY) -> bytes:
    """One whole frame from the server."""
    return head_of(len(payload), opcode) + payload


def frames_of(messages: Sequence[bytes]) -> bytes:
    """A binary frame of each, as one piece."""
    parts = []
    for message in messages:
        size = len(message)
        parts.append(HEADS[size] if size < len(HEADS) else head_of(size))
        parts.append(message)
    return b"".join(parts)


def close_frame(code: int, reason: str) -> bytes:
    # At most 125 bytes; cut at a whole character.
    text = reason.encode()[:120].decode(errors="ignore")
    return frame(code.to_bytes(2, "big") + text.encode(), CLOSE)


def unmask_slowly(data: bytes, mask: bytes) -> bytes:
    """`data` with `mask` taken off: one exclusive or over the whole, which is the quickest way in Python."""
    size = len(data)
    key = (mask * ((size >> 2) + 1))[:size]
    return (int.from_bytes(data, "little") ^ int.from_bytes(key, "little")).to_bytes(size, "little")


unmask: Callable[[bytes, bytes], bytes] = unmask_slowly
try:  # in C it takes a tenth of the time; the package is optional
    from websockets.speedups import apply_mask
except ImportError:
    pass
else:
    unmask = apply_mask


def long_size(data: bytes, at: int, most: int) -> tuple[int, int]:
    """How long the frame at `at` is that does not say it in its second byte, and where its mask starts.

    Raises BadFrame. Where the size itself is cut off, more than there is.
    """
    code, start = data[at + 1], at + 2
    if code < 0x80:
        raise BadFrame("a client's frame is not masked")
    wide = 2 if code == 0xFE else 8
    stop = start + wide
    if stop > len(data):
        return 0, stop
    size = int.from_bytes(data[start:stop], "big")
    if size < (126 if wide == 2 else 65536):
        raise BadFrame("the length of a frame is padded")
    if size > most:
        raise BadFrame(f"a frame of {size} bytes, more than {most}", TOO_LARGE)
    return size, stop


class FrameReader:
    """Takes bytes as they come and gives back whole messages. Fragments are put together up to `most`
    bytes.

    `others` holds what was no binary message (text, ping, pong, close) until somebody takes it out.
    """

    __slots__ = ("_opcode", "_parts", "_rest", "_size", "_wanted", "most", "others")

    def __init__(self, most: int) -> None:
        self.most = most
        self.others: list[tuple[int, bytes]] = []
        self._rest = bytearray()
        self._wanted = 0
        self._parts: list[bytes] | None = None
        self._opcode = 0
        self._size = 0

    @property
    def waiting(self) -> int:
        """Bytes that are kept until the rest of their frame comes."""
        return len(self._rest) + self._size

    def feed(self, data: bytes) -> list[bytes]:
        """Every binary message that `data` completes. Raises BadFrame."""
        if self._rest:
            self._rest += data
            if len(self._rest) < self._wanted:
                return []  # byte by byte, a large frame is not copied each time
            data, self._rest = bytes(self._rest), bytearray()
        messages: list[bytes] = []
        at, end, wanted = 0, len(data), 0
        while end - at >= 6:
            size, start = data[at + 1] - 0x80, at + 2
            if not 0 <= size < 126:
                size, start = long_size(data, at, self.most)
            stop = start + 4 + size
            if stop > end:
                wanted = stop - at
                break
            payload = unmask(data[start + 4 : stop], data[start : start + 4]) if size else b""
            if data[at] == 0x82 and self._parts is None:
                messages.append(payload)
            else:
                self._other(data[at], payload, messages)
            at = stop
        if at < end:
            self._rest, self._wanted = bytearray(data[at:]), wanted
        return messages

    def _other(self, first: int, payload: bytes, messages: list[bytes]) -> None:
        if first & 0x70:
            raise BadFrame("reserved bits are set and no extension was agreed on")
        final, opcode = bool(first & 0x80), first & 0x0F
        if opcode >= CLOSE:
            if not final or len(payload) > 125 or opcode > PONG:
                raise BadFrame(f"control frame {opcode} is fragmented, too long or unknown")
            self.others.append((opcode, payload))
            return
        if opcode == CONTINUATION:
            if self._parts is None:
                raise BadFrame("a continuation of nothing")
        elif opcode > BINARY or self._parts is not None:
            raise BadFrame(f"opcode {opcode} in the middle of a message, or unknown")
        else:
            self._parts, self._opcode = [], opcode
        self._size += len(payload)
        if self._size > self.most:
            raise BadFrame(f"a message of more than {self.most} bytes", TOO_LARGE)
        assert self._parts is not None, "set above"
        self._parts.append(payload)
        if final:
            whole = b"".join(self._parts)
            if self._opcode == BINARY:
                messages.append(whole)
            else:
                self.others.append((self._opcode, whole))
            self._parts, self._size = None, 0
