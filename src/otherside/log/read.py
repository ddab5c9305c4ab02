"""Reading a log back: its entries in order, and whether the chain holds."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from otherside.kernel.errors import NotFound
from otherside.log.chunk import entries_of, records_of
from otherside.log.entry import Entry
from otherside.log.journal import JournalIndex, Tear, read_book
from otherside.log.record import Torn, entry_of, genesis, link_of, mac_of
from otherside.log.section import Record, Section
from otherside.log.store import Book, Store
from otherside.log.track import matcher


@dataclass(frozen=True, slots=True)
class Verification:
    """`holds`: every link follows from the one before, and every body that is there matches its mac.

    `link` is the last one: compare it with the one that was told to others at the end of the hour.
    """

    holds: bool
    entries: int
    redacted: int
    link: bytes
    erased_ms: int | None
    problem: str
    tears: tuple[Tear, ...] = ()


def read_entries(
    store: Store,
    index: JournalIndex,
    log_id: str,
    *,
    tracks: Collection[str] | None = None,
    after: int = -1,
) -> list[Entry]:
    """The committed entries of these tracks (names or patterns) with a higher seq than `after`, in order.

    An interview that has no log yet has no entries. Raises Torn where a chunk is damaged.
    """
    # The journal first: whatever is trimmed from it while we read is in a chunk by the time we read those.
    found = read_book(store, index, log_id)
    if found is None:
        return []
    book, tail = found
    wanted = matcher(tracks)
    entries: list[Entry] = []
    last = -1
    for chunk in store.chunks(book.key, after):
        last = chunk.last_seq
        if any(wanted(track) and seq > after for track, seq in chunk.tracks.items()):
            entries += [entry for entry in entries_of(chunk) if entry.seq > after and wanted(entry.track)]
    last = max(last, book.folded_seq - 1)
    for section in tail.sections:
        for seq, record in enumerate(section.records, start=section.first_seq):
            if seq > max(last, after):
                entry = entry_of(seq, record.head, record.body)
                if wanted(entry.track):
                    entries.append(entry)
    return entries


def verify(store: Store, index: JournalIndex, log_id: str) -> Verification:
    """Computes the chain of a log anew. Raises NotFound where there is no such log."""
    found = read_book(store, index, log_id)
    if found is None:
        raise NotFound("There is no log of this interview.")
    book, tail = found
    link, seq, redacted, problem = genesis(log_id), 0, 0, ""
    try:
        for first, records in _runs(store, book, tail.sections):
            if first + len(records) <= seq:
                continue  # folded while we read: it was seen in a chunk
            if first != seq:
                raise Torn(f"entries {seq} to {first - 1} are missing")
            for record in records:
                redacted += record.body is None
                _check_body(book, seq, record)
                link = link_of(link, seq, record.head, record.mac)
                seq += 1
            if seq == book.folded_seq and link != book.folded_link:
                raise Torn(f"the link behind entry {seq - 1} is not the one that was recorded")
    except Torn as torn:
        problem = str(torn)
    return Verification(
        holds=not problem,
        entries=seq,
        redacted=redacted,
        link=link,
        erased_ms=book.erased_ms,
        problem=problem,
        tears=tail.tears,
    )


def _runs(store: Store, book: Book, sections: tuple[Section, ...]) -> Iterator[tuple[int, Sequence[Record]]]:
    for chunk in store.chunks(book.key):
        yield chunk.first_seq, records_of(chunk)
    for section in sections:
        yield section.first_seq, section.records


def _check_body(book: Book, seq: int, record: Record) -> None:
    if record.body is None:
        return
    if book.mac_key is None:
        raise Torn(f"entry {seq} still has its body although the key is gone")
    if mac_of(book.mac_key, record.salt, record.body) != record.mac:
        raise Torn(f"the body of entry {seq} is not the one that was written")
