"""Finding one interview's sections in a journal that holds those of all, without reading every blob."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from otherside.log.record import Torn
from otherside.log.section import Section, read_contents, read_section, sections_of
from otherside.log.store import Book, Store


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section lies: the blob's id, when it was committed (UTC ms), and how many entries it adds."""

    journal: int
    at_ms: int
    count: int


@dataclass(frozen=True, slots=True)
class Tear:
    """A section that does not follow from what is there: it is passed over, and so is what hangs on it."""

    journal: int
    why: str


@dataclass(frozen=True, slots=True)
class Tail:
    """The committed sections of an interview behind its chunks, as far as they hang together."""

    sections: tuple[Section, ...]
    tears: tuple[Tear, ...]
    last_journal: int  # every blob up to here was looked at


class JournalIndex:
    """Which blobs hold which interview. Keeps each table of contents; forgets what was trimmed.

    PostgreSQL gives an id out before the commit, so a lower one may appear after a higher one was seen,
    however long its commit takes. But whoever wrote it had begun by then (a commit's fence comes before its
    id): once every transaction has ended that had begun when an id was seen, nothing below that id can appear
    any more. Up to there we need not look again.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._places: dict[int, dict[int, Place]] = {}
        self._seen: dict[int, tuple[int, ...]] = {}
        self._settled = 0  # no id up to here appears any more
        self._next = (0, 0)  # what will be settled, and once which transaction is the oldest
        self._lock = threading.Lock()

    def places(self, book: int, after: int) -> list[Place]:
        """The blobs behind `after` that hold sections of `book`, in order."""
        self.catch_up()
        with self._lock:
            return sorted(
                (place for place in self._places.get(book, {}).values() if place.journal > after),
                key=lambda place: place.journal,
            )

    def books(self) -> list[int]:
        """Every interview with something in the journal."""
        self.catch_up()
        with self._lock:
            return [book for book, places in self._places.items() if places]

    def blobs(self) -> dict[int, tuple[int, ...]]:
        """Blob → interviews in it."""
        self.catch_up()
        with self._lock:
            return dict(self._seen)

    def catch_up(self) -> None:
        with self._lock:
            self._forget(self.store.journal_start())
            rows, horizon = self.store.journal_contents(self._settled)
            for journal, at_ms, raw in rows:
                if journal not in self._seen:
                    self._note(journal, at_ms, raw)
            if rows and horizon.oldest >= self._next[1]:
                # All that had begun at the last mark was read just now, or never will be there.
                last = rows[-1][0]
                self._settled = last if horizon.oldest >= horizon.next else self._next[0]
                self._next = last, horizon.next

    def _note(self, journal: int, at_ms: int, raw: bytes) -> None:
        try:
            contents = read_contents(raw)
        except Torn:
            contents = []  # nobody's: every interview in it shows a gap, which the reader reports
        for line in contents:
            self._places.setdefault(line.book, {})[journal] = Place(journal, at_ms, line.count)
        self._seen[journal] = tuple(line.book for line in contents)

    def _forget(self, start: int) -> None:
        # Ids in insertion order are almost ascending, so this stops early.
        gone = [journal for journal in self._seen if start == 0 or journal < start]
        for journal in gone:
            for book in self._seen.pop(journal):
                places = self._places.get(book)
                if places is not None:
                    places.pop(journal, None)
                    if not places:
                        del self._places[book]


def read_book(store: Store, index: JournalIndex, log_id: str) -> tuple[Book, Tail] | None:
    """The row of a log and what is committed behind its chunks, as both were at one moment.

    Folding moves entries from the one to the other. A row from before a fold beside a journal from after it
    would show a log that ends too early, and its owner would give numbers out a second time. None where there
    is no such log; an erased one has an empty tail.
    """
    while (book := store.book(log_id)) is not None:
        if book.erased_ms is not None:
            return book, Tail((), (), book.folded_journal)
        tail = read_tail(store, index, book)
        now = store.book(log_id)
        if now is not None and now.folded_journal == book.folded_journal and now.erased_ms is None:
            return book, tail
    return None


def read_tail(store: Store, index: JournalIndex, book: Book) -> Tail:
    """What is committed of `book` behind its chunks, where nobody folds it meanwhile: see `read_book`.

    A section counts when it starts at the next seq and hangs on the link before it. One that does not (a torn
    blob, or what was written after one) is left out and reported; entries that a new owner writes at the same
    place later do count, because they hang on what is left.
    """
    sections: list[Section] = []
    tears: list[Tear] = []
    next_seq, link, last = book.folded_seq, book.folded_link, book.folded_journal
    for place in index.places(book.key, book.folded_journal):
        last = place.journal
        row = store.journal_blob(place.journal)
        if row is None:
            continue  # folded and trimmed since the book was read; its entries are in a chunk
        for section in _sections(row, book.key, place.journal, tears):
            if section.first_seq == next_seq and section.link_before == link:
                sections.append(section)
                next_seq, link = section.next_seq, section.link_after
            else:
                why = f"entries from {section.first_seq} on do not follow entry {next_seq - 1}"
                tears.append(Tear(place.journal, why))
    return Tail(tuple(sections), tuple(tears), last)


def _sections(row: tuple[bytes, bytes], book: int, journal: int, tears: list[Tear]) -> Iterator[Section]:
    contents, blob = row
    for raw in sections_of(read_contents(contents), blob, book):
        try:
            yield read_section(raw)
        except Torn as torn:
            tears.append(Tear(journal, str(torn)))
