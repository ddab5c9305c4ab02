"""Folding: the journal, in the order of commits, becomes chunks, one interview each. Runs beside the owners.

A chunk is committed before its part of the journal is trimmed, so whatever happens in between a reader finds
every entry at least once, by its seq.
"""

from collections.abc import Callable
from dataclasses import dataclass

from otherside.log.chunk import Chunk, entries_of, make_chunk, records_of
from otherside.log.entry import Receipt
from otherside.log.journal import JournalIndex, Tail, read_tail
from otherside.log.record import read_head
from otherside.log.section import Record, read_contents, sections_of
from otherside.log.store import Book, Store


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How the bodies of a track are made into one: whoever knows what they mean says so, the log does not.

    `make(what was made before, or None; the bodies since)` returns what a reader can start from.
    """

    wants: Callable[[str], bool]
    make: Callable[[bytes | None, list[bytes]], bytes]


ENTRIES_MIN = 256  # an interview with so many entries in the journal is folded at once
AGE_MS_MAX = 30_000  # and any other when its oldest one has waited so long
CHUNK_BYTES_MIN = 64 * 1024  # a smaller last chunk is written anew together with what is added
CHUNK_ENTRIES_MAX = 4096


@dataclass(frozen=True, slots=True)
class Folded:
    books: int = 0
    entries: int = 0
    trimmed: int = 0
    torn: int = 0


def fold(
    store: Store,
    index: JournalIndex,
    *,
    now_ms: int,
    snapshot: Snapshot | None = None,
    everything: bool = False,
) -> Folded:
    """Folds every interview that is due and trims what nobody needs any more. Call it every few seconds."""
    books = entries = torn = 0
    for key in index.books():
        book = store.book_by_key(key)
        if book is None or book.erased_ms is not None:
            continue
        places = index.places(key, book.folded_journal)
        count = sum(place.count for place in places)
        if not places or not (everything or count >= ENTRIES_MIN or now_ms - places[0].at_ms >= AGE_MS_MAX):
            continue
        added, hurt = fold_book(store, index, key, snapshot=snapshot)
        books, entries, torn = books + 1, entries + added, torn + hurt
    return Folded(books, entries, trim(store, index), torn)


def fold_book(
    store: Store, index: JournalIndex, key: int, *, snapshot: Snapshot | None = None
) -> tuple[int, int]:
    """Folds one interview as far as it is committed; returns how many entries, and how many torn sections."""
    with store.transaction():
        book = store.book_by_key(key, lock=True)
        if book is None or book.erased_ms is not None:
            return 0, 0
        tail = read_tail(store, index, book)
        records = [record for section in tail.sections for record in section.records]
        _keep_torn(store, book, tail)
        if records:
            _write_chunks(store, book, records)
            if snapshot is not None:
                _write_states(store, book, records, snapshot)
        _write_receipts(store, book, [pair for section in tail.sections for pair in section.receipts])
        _advance(store, book, tail, records)
    return len(records), len(tail.tears)


def _write_chunks(store: Store, book: Book, records: list[Record]) -> None:
    first = book.folded_seq
    last = next(iter(store.chunks(book.key, book.folded_seq - 2)), None) if book.folded_seq else None
    if last is not None and last.size < CHUNK_BYTES_MIN and _room_in(last):
        records = [*records_of(last), *records]
        first = last.first_seq
    for start in range(0, len(records), CHUNK_ENTRIES_MAX):
        part = records[start : start + CHUNK_ENTRIES_MAX]
        store.put_chunk(book.key, make_chunk(first + start, part))


def _room_in(chunk: Chunk) -> bool:
    return chunk.last_seq - chunk.first_seq + 1 < CHUNK_ENTRIES_MAX


def _write_states(store: Store, book: Book, records: list[Record], snapshot: Snapshot) -> None:
    bodies: dict[str, list[bytes]] = {}
    for record in records:
        *_, track, _, _ = read_head(record.head, 0)
        if record.body is not None and snapshot.wants(track):
            bodies.setdefault(track, []).append(record.body)
    known = store.states(book.key)
    upto = book.folded_seq + len(records) - 1
    for track, updates in bodies.items():
        state = known.get(track)
        if state is None:
            updates = [*_folded_bodies(store, book, track), *updates]  # noqa: PLW2901 -- the whole track
        store.put_state(book.key, track, upto, snapshot.make(state[1] if state else None, updates))


def _folded_bodies(store: Store, book: Book, track: str) -> list[bytes]:
    """What was folded of a track before there was a state of it, or since a redaction dropped it."""
    return [
        entry.body
        for chunk in store.chunks(book.key)
        if track in chunk.tracks
        for entry in entries_of(chunk)
        if entry.track == track and entry.seq < book.folded_seq and not entry.redacted
    ]


def _write_receipts(store: Store, book: Book, receipts: list[tuple[str, Receipt]]) -> None:
    for once, receipt in receipts:
        store.query(
            "INSERT INTO log_receipt (book, once, first_seq, last_seq, at_ms) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (book, once) DO NOTHING",
            [book.key, once, receipt.first_seq, receipt.last_seq, receipt.at_ms],
        )


def _keep_torn(store: Store, book: Book, tail: Tail) -> None:
    for tear in tail.tears:
        row = store.journal_blob(tear.journal)
        if row is None:
            continue
        raw = b"".join(sections_of(read_contents(row[0]), row[1], book.key))
        store.query(
            "INSERT INTO log_torn (book, journal, why, section) VALUES (?, ?, ?, ?)",
            [book.key, tear.journal, tear.why, raw],
        )


def _advance(store: Store, book: Book, tail: Tail, records: list[Record]) -> None:
    if tail.sections:
        last = tail.sections[-1]
        at_ms, *_ = read_head(last.records[-1].head, 0)
        seq, link, opened_ms = last.next_seq, last.link_after, last.opened_ms
    else:
        at_ms, seq, link, opened_ms = book.folded_ms, book.folded_seq, book.folded_link, book.opened_ms
    size = book.folded_bytes + sum(len(record.body or b"") for record in records)
    store.query(
        "UPDATE log_book SET opened_ms = ?, folded_seq = ?, folded_link = ?, folded_ms = ?, "
        "folded_bytes = ?, folded_journal = ? WHERE key = ?",
        [opened_ms, seq, link, at_ms, size, tail.last_journal, book.key],
    )


def trim(store: Store, index: JournalIndex) -> int:
    """Deletes the blobs of which every interview is folded past them; returns how many."""
    folded: dict[int, int] = dict(store.query("SELECT key, folded_journal FROM log_book"))
    done = [
        journal
        for journal, books in index.blobs().items()
        # A blob that names nobody has a torn table of contents: it is kept for whoever can mend it.
        if books and all(folded.get(book, journal) >= journal for book in books)
    ]
    with store.transaction():
        for journal in done:
            store.query("DELETE FROM log_journal WHERE id = ?", [journal])
    return len(done)
