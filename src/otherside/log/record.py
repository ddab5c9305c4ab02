"""How one entry lies in bytes, and how it hangs on the one before it.

    head  = at_ms u64, actor u32, flags u8, version u16, length of track u8, length of kind u8, track, kind
    mac   = HMAC-SHA256(key of the interview, salt ‖ body)
    link  = SHA-256(link of the entry before ‖ seq u64 ‖ head ‖ mac)

Numbers are little endian. A body can be deleted and the key forgotten: head and mac stay, so the rest still
verifies. The salt keeps two equal bodies apart and goes with a redacted body, because short ones could be
guessed from their mac.
"""

import hashlib
import hmac
import struct

from otherside.log.entry import Entry

HEAD = struct.Struct("<QIBHBB")
HEAD_FRONT = struct.Struct("<QIB")  # what differs from entry to entry of the same kind on the same track
HEAD_BACK = struct.Struct("<HBB")
SEQ = struct.Struct("<Q")
SIZE = struct.Struct("<I")
MERGED = 1
SALT_BYTES = 16
MAC_BYTES = 32
LINK_BYTES = 32
PROOF_BYTES = SALT_BYTES + MAC_BYTES


class Torn(Exception):
    """Bytes that were meant to be a part of the log cannot be read; the message says what is wrong with
    them.
    """


def genesis(log_id: str) -> bytes:
    """The link that entry 0 hangs on."""
    return hashlib.sha256(b"otherside log 1\x00" + log_id.encode()).digest()


def pads_of(key: bytes) -> tuple[bytes, bytes]:
    """The two blocks that HMAC-SHA256 starts its hashes with (RFC 2104); computed once, they halve its
    cost.
    """
    block = key.ljust(64, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


def mac_of(key: bytes, salt: bytes, body: bytes) -> bytes:
    return hmac.digest(key, salt + body, "sha256")


def link_of(previous: bytes, seq: int, head: bytes, mac: bytes) -> bytes:
    return hashlib.sha256(previous + SEQ.pack(seq) + head + mac).digest()


def read_head(raw: bytes, at: int) -> tuple[int, int, int, int, str, str, int]:
    """(at_ms, actor, flags, version, track, kind, where the head ends). Raises Torn."""
    end = at + HEAD.size
    if end > len(raw):
        raise Torn(f"a head ends at byte {end} of {len(raw)}")
    at_ms, actor, flags, version, track_size, kind_size = HEAD.unpack_from(raw, at)
    middle = end + track_size
    last = middle + kind_size
    if last > len(raw):
        raise Torn(f"the names of a head end at byte {last} of {len(raw)}")
    try:
        return at_ms, actor, flags, version, raw[end:middle].decode(), raw[middle:last].decode(), last
    except UnicodeDecodeError as error:
        raise Torn(f"the names of a head are not text: {error.reason}") from error


def entry_of(seq: int, head: bytes, body: bytes | None) -> Entry:
    """The entry that `head` and `body` are; None stands for a body that was deleted."""
    at_ms, actor, flags, version, track, kind, _ = read_head(head, 0)
    return Entry(
        seq=seq,
        at_ms=at_ms,
        actor=actor,
        track=track,
        kind=kind,
        version=version,
        body=body or b"",
        merged=bool(flags & MERGED),
        redacted=body is None,
    )
