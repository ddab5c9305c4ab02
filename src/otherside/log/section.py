"""A section: what one commit adds to one interview. A journal blob is one section after another.

    section = "S1", first seq u64, opened_ms u64, count u32, link before 32 bytes,
              count times (head, size of the body u32, salt, mac, body),
              receipts u16, each (length of once u16, once, first seq u64, last seq u64, at_ms u64),
              link after 32 bytes, CRC-32 of all that u32

The table of contents beside the blob says which interview each section belongs to, how long it is and how
many entries it holds, so that a reader passes over what is not its own.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from otherside.log.entry import Receipt
from otherside.log.record import (
    LINK_BYTES,
    MAC_BYTES,
    PROOF_BYTES,
    SALT_BYTES,
    SIZE,
    Torn,
    link_of,
    read_head,
)

START = struct.Struct("<2sQQI32s")
RECEIPTS = struct.Struct("<H")
NO_RECEIPTS = RECEIPTS.pack(0)
RECEIPT = struct.Struct("<HQQQ")
LAST = struct.Struct("<32sI")
CONTENT = struct.Struct("<QII")
MAGIC = b"S1"


@dataclass(frozen=True, slots=True)
class Record:
    """One entry with its proof, as stored. `body` is None once it was deleted."""

    head: bytes
    salt: bytes
    mac: bytes
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Section:
    first_seq: int
    opened_ms: int
    link_before: bytes
    link_after: bytes
    records: tuple[Record, ...]
    receipts: tuple[tuple[str, Receipt], ...]

    @property
    def next_seq(self) -> int:
        return self.first_seq + len(self.records)


@dataclass(frozen=True, slots=True)
class Content:
    """One line of a blob's table of contents."""

    book: int
    size: int
    count: int


def write_section(
    first_seq: int,
    opened_ms: int,
    link_before: bytes,
    link_after: bytes,
    count: int,
    records: list[bytes],
    receipts: list[tuple[str, Receipt]],
) -> bytes:
    """`records` are the pieces that the sequencer has made already; it is the hot part."""
    start = START.pack(MAGIC, first_seq, opened_ms, count, link_before)
    if not receipts:
        raw = b"".join((start, *records, NO_RECEIPTS, link_after))
        return raw + SIZE.pack(zlib.crc32(raw))
    parts = [start, *records, RECEIPTS.pack(len(receipts))]
    for once, receipt in receipts:
        name = once.encode()
        parts.append(RECEIPT.pack(len(name), receipt.first_seq, receipt.last_seq, receipt.at_ms) + name)
    parts.append(link_after)
    raw = b"".join(parts)
    return raw + SIZE.pack(zlib.crc32(raw))


def read_section(raw: bytes) -> Section:
    """The section that `raw` is, whole and unhurt: lengths, CRC and every link are checked. Raises Torn."""
    if len(raw) < START.size + RECEIPTS.size + LAST.size:
        raise Torn(f"a section of {len(raw)} bytes is too short")
    if SIZE.unpack_from(raw, len(raw) - SIZE.size)[0] != zlib.crc32(raw[: -SIZE.size]):
        raise Torn(f"a section of {len(raw)} bytes has another checksum than it was written with")
    magic, first_seq, opened_ms, count, link_before = START.unpack_from(raw, 0)
    if magic != MAGIC:
        raise Torn(f"a section starts with {magic!r}, not {MAGIC!r}")
    records, at = _read_records(raw, START.size, count)
    receipts, at = _read_receipts(raw, at)
    if at + LAST.size != len(raw):
        raise Torn(f"a section of {len(raw)} bytes ends at byte {at + LAST.size}")
    link_after = raw[at : at + LINK_BYTES]
    link = link_before
    for seq, record in enumerate(records, start=first_seq):
        link = link_of(link, seq, record.head, record.mac)
    if link != link_after:
        raise Torn(f"the links of entries {first_seq} to {first_seq + count - 1} do not come out")
    return Section(first_seq, opened_ms, link_before, link_after, records, receipts)


def _read_records(raw: bytes, at: int, count: int) -> tuple[tuple[Record, ...], int]:
    records = []
    for _ in range(count):
        *_, end = read_head(raw, at)
        head = raw[at:end]
        start = end + SIZE.size + PROOF_BYTES
        if start > len(raw):
            raise Torn(f"a proof ends at byte {start} of {len(raw)}")
        stop = start + SIZE.unpack_from(raw, end)[0]
        if stop > len(raw):
            raise Torn(f"a body ends at byte {stop} of {len(raw)}")
        salt_at = end + SIZE.size
        mac_at = salt_at + SALT_BYTES
        records.append(Record(head, raw[salt_at:mac_at], raw[mac_at : mac_at + MAC_BYTES], raw[start:stop]))
        at = stop
    return tuple(records), at


def _read_receipts(raw: bytes, at: int) -> tuple[tuple[tuple[str, Receipt], ...], int]:
    if at + RECEIPTS.size > len(raw):
        raise Torn("the receipts are missing")
    (count,) = RECEIPTS.unpack_from(raw, at)
    at += RECEIPTS.size
    receipts = []
    for _ in range(count):
        if at + RECEIPT.size > len(raw):
            raise Torn(f"a receipt ends behind byte {len(raw)}")
        size, first_seq, last_seq, at_ms = RECEIPT.unpack_from(raw, at)
        at += RECEIPT.size
        name = raw[at : at + size].decode(errors="replace")
        receipts.append((name, Receipt(first_seq, last_seq, at_ms)))
        at += size
    return tuple(receipts), at


def write_contents(contents: list[Content]) -> bytes:
    return b"".join(CONTENT.pack(line.book, line.size, line.count) for line in contents)


def read_contents(raw: bytes) -> list[Content]:
    """Raises Torn."""
    if len(raw) % CONTENT.size:
        raise Torn(f"a table of contents of {len(raw)} bytes is not whole")
    return [Content(*line) for line in CONTENT.iter_unpack(raw)]


def sections_of(contents: list[Content], blob: bytes, book: int) -> Iterator[bytes]:
    """The bytes of the sections of `book`; shorter than announced where the blob is torn."""
    at = 0
    for line in contents:
        if line.book == book:
            yield blob[at : at + line.size]
        at += line.size
