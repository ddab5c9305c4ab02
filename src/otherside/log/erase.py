"""Deleting what was said without breaking the chain: one entry redacted, or a whole interview erased.

The bytes themselves go: bodies out of chunks and journal, the key with which macs were made, and what the
database still holds of them in its files (`Store.scrub`). Backups expire within the term that the manual
states.
"""

from collections.abc import Collection

from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.log.chunk import without_bodies
from otherside.log.fold import fold_book, trim
from otherside.log.journal import JournalIndex, read_tail
from otherside.log.section import Content, read_contents, write_contents
from otherside.log.store import Book, Store


def redact(store: Store, index: JournalIndex, log_id: str, seqs: Collection[int]) -> int:
    """Deletes the bodies of these entries; returns how many had one. Their place in the chain stays.

    What a document would be without them is not known here, so its folded state is dropped and made anew.
    """
    book = _book(store, log_id)
    fold_book(store, index, book.key)
    _cut_journal(store, index, book)
    wanted = frozenset(seqs)
    done = 0
    with store.transaction():
        book = _book(store, log_id, lock=True)
        beyond = sorted(seq for seq in wanted if not 0 <= seq < book.folded_seq)
        if beyond:
            raise Invalid(f"The log has entries 0 to {book.folded_seq - 1}; there is no entry {beyond[0]}.")
        for chunk in list(store.chunks(book.key)):
            here = frozenset(seq for seq in wanted if chunk.first_seq <= seq <= chunk.last_seq)
            if here:
                store.put_chunk(book.key, without_bodies(chunk, here))
                done += len(here)
        store.query("DELETE FROM log_state WHERE book = ?", [book.key])
    trim(store, index)
    store.scrub()
    return done


def erase(store: Store, index: JournalIndex, log_id: str, *, why: str, at_ms: int) -> None:
    """Deletes every body, the key and the receipts; a tombstone stays, and the chain of heads still verifies.

    Raises Conflict while a living process owns the interview: close its room first.
    """
    book = _book(store, log_id)
    _refuse_open(store, book)
    fold_book(store, index, book.key)
    _cut_journal(store, index, book)
    with store.transaction():
        # Looked at again under the lock: what is written behind the fold would stay in the journal for ever.
        book = _book(store, log_id, lock=True)
        _refuse_open(store, book)
        if read_tail(store, index, book).sections:
            raise Conflict("Something was written to this interview just now. Erase it again.")
        store.query("UPDATE log_chunk SET bodies = NULL WHERE book = ?", [book.key])
        for table in ("log_state", "log_receipt", "log_torn"):
            store.query(f"DELETE FROM {table} WHERE book = ?", [book.key])  # noqa: S608 -- names from the line above
        store.query(
            "UPDATE log_book SET mac_key = NULL, owner = NULL, erased_ms = ?, erased_why = ? WHERE key = ?",
            [at_ms, why, book.key],
        )
    trim(store, index)
    store.scrub()


def _refuse_open(store: Store, book: Book) -> None:
    """Raises Conflict while a living process owns the interview."""
    if book.owner is not None:
        name = store.owner_name(book.owner)
        if name is not None and store.is_alive(name):
            raise Conflict("The interview's room is still open. Close it, then erase.")


def _book(store: Store, log_id: str, *, lock: bool = False) -> Book:
    book = store.book(log_id, lock=lock)
    if book is None or book.erased_ms is not None:
        raise NotFound("There is no log of this interview, or it was erased already.")
    return book


def _cut_journal(store: Store, index: JournalIndex, book: Book) -> None:
    """Takes the folded sections of one interview out of blobs that others still need."""
    with store.transaction():
        folded = store.book_by_key(book.key, lock=True)
        assert folded is not None, "rows of books are never deleted"
        for place in index.places(book.key, 0):
            row = store.journal_blob(place.journal)
            if row is None or place.journal > folded.folded_journal:
                continue
            contents: list[Content] = []
            parts, at = [], 0
            for line in read_contents(row[0]):
                if line.book != book.key:
                    contents.append(line)
                    parts.append(row[1][at : at + line.size])
                at += line.size
            store.query(
                "UPDATE log_journal SET contents = ?, blob = ? WHERE id = ?",
                [write_contents(contents), b"".join(parts), place.journal],
            )
