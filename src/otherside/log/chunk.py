"""A chunk: a run of one interview's entries in order, folded out of the journal.

Three columns, so that each can go its own way: heads (compressed), bodies (compressed; rewritten by a
redaction, deleted by an erasure), proofs (salt and mac of each entry, as they are).
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from otherside.log.entry import Entry
from otherside.log.record import MAC_BYTES, PROOF_BYTES, SALT_BYTES, SIZE, Torn, entry_of, link_of, read_head
from otherside.log.section import Record

NO_SALT = bytes(SALT_BYTES)
# A bomb cannot be stored by us; the bound keeps a damaged file from eating the memory.
INFLATED_BYTES_MAX = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Chunk:
    """`tracks` says for every track in it the last seq, so that a reader of one track passes over the
    rest.
    """

    first_seq: int
    last_seq: int
    last_ms: int
    tracks: dict[str, int]
    heads: bytes
    bodies: bytes | None
    proofs: bytes

    @property
    def size(self) -> int:
        return len(self.heads) + len(self.bodies or b"") + len(self.proofs)


def make_chunk(first_seq: int, records: Sequence[Record]) -> Chunk:
    tracks: dict[str, int] = {}
    last_ms = 0
    for seq, record in enumerate(records, start=first_seq):
        last_ms, _, _, _, track, _, _ = read_head(record.head, 0)
        tracks[track] = seq
    return Chunk(
        first_seq=first_seq,
        last_seq=first_seq + len(records) - 1,
        last_ms=last_ms,
        tracks=tracks,
        heads=zlib.compress(b"".join(record.head for record in records)),
        bodies=_pack_bodies([record.body for record in records]),
        proofs=b"".join(record.salt + record.mac for record in records),
    )


def records_of(chunk: Chunk) -> list[Record]:
    """Raises Torn."""
    heads, bodies = _heads(chunk), _bodies(chunk)
    count = chunk.last_seq - chunk.first_seq + 1
    if not len(heads) == len(bodies) == count or len(chunk.proofs) != count * PROOF_BYTES:
        raise Torn(
            f"chunk {chunk.first_seq} to {chunk.last_seq} has {len(heads)} heads, {len(bodies)} bodies and "
            f"{len(chunk.proofs)} bytes of proofs"
        )
    records = []
    for index, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        at = index * PROOF_BYTES
        salt = chunk.proofs[at : at + SALT_BYTES]
        records.append(Record(head, salt, chunk.proofs[at + SALT_BYTES : at + SALT_BYTES + MAC_BYTES], body))
    return records


def entries_of(chunk: Chunk) -> list[Entry]:
    """Raises Torn."""
    return [entry_of(seq, r.head, r.body) for seq, r in enumerate(records_of(chunk), start=chunk.first_seq)]


def without_bodies(chunk: Chunk, seqs: frozenset[int]) -> Chunk:
    """`chunk` with the bodies and salts of `seqs` gone; heads and macs stay."""
    bodies = _bodies(chunk)
    proofs = bytearray(chunk.proofs)
    for seq in seqs:
        index = seq - chunk.first_seq
        bodies[index] = None
        proofs[index * PROOF_BYTES : index * PROOF_BYTES + SALT_BYTES] = NO_SALT
    return replace(chunk, bodies=_pack_bodies(bodies), proofs=bytes(proofs))


def link_after(chunk: Chunk, link: bytes) -> bytes:
    """The link behind the last entry of `chunk`, from the one before its first."""
    for seq, record in enumerate(records_of(chunk), start=chunk.first_seq):
        link = link_of(link, seq, record.head, record.mac)
    return link


def _heads(chunk: Chunk) -> list[bytes]:
    raw = _inflate(chunk.heads)
    heads, at = [], 0
    while at < len(raw):
        *_, end = read_head(raw, at)
        heads.append(raw[at:end])
        at = end
    return heads


def _pack_bodies(bodies: Sequence[bytes | None]) -> bytes:
    # 0 is a deleted body, 1 an empty one.
    sizes = b"".join(SIZE.pack(0 if body is None else len(body) + 1) for body in bodies)
    return zlib.compress(SIZE.pack(len(bodies)) + sizes + b"".join(body or b"" for body in bodies))


def _bodies(chunk: Chunk) -> list[bytes | None]:
    if chunk.bodies is None:
        return [None] * (chunk.last_seq - chunk.first_seq + 1)
    raw = _inflate(chunk.bodies)
    if len(raw) < SIZE.size:
        raise Torn(f"the bodies of chunk {chunk.first_seq} to {chunk.last_seq} are {len(raw)} bytes")
    (count,) = SIZE.unpack_from(raw, 0)
    at = SIZE.size * (count + 1)
    if at > len(raw):
        raise Torn(f"the sizes of {count} bodies do not fit into {len(raw)} bytes")
    bodies: list[bytes | None] = []
    for index in range(count):
        (size,) = SIZE.unpack_from(raw, SIZE.size * (index + 1))
        if size == 0:
            bodies.append(None)
            continue
        if at + size - 1 > len(raw):
            raise Torn(f"body {index} of chunk {chunk.first_seq} to {chunk.last_seq} ends behind its column")
        bodies.append(raw[at : at + size - 1])
        at += size - 1
    return bodies


def _inflate(raw: bytes) -> bytes:
    try:
        stream = zlib.decompressobj()
        whole = stream.decompress(raw, INFLATED_BYTES_MAX)
    except zlib.error as error:
        raise Torn(f"a column of {len(raw)} bytes cannot be decompressed: {error}") from error
    if not stream.eof:
        raise Torn(f"a column of {len(raw)} bytes ends too early or is too large")
    return whole
