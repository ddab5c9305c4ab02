"""Folding, tearing, redacting, erasing: what is said stays said, what is deleted is gone, the chain holds."""

import random
from collections.abc import Callable

import pytest

from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.log import erase as erasing
from otherside.log.chunk import entries_of, make_chunk
from otherside.log.erase import erase, redact
from otherside.log.fold import AGE_MS_MAX, Snapshot, fold, fold_book
from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries, verify
from otherside.log.record import Torn
from otherside.log.section import read_contents, read_section
from otherside.log.sequencer import Append, Sequencer
from otherside.log.store import Book, Erased, Store
from tests.log.support import LOG, OTHER, Clock, all_bytes, entry, say, sequencer

SECRET = "the-candidate-said-this"


def test_folding_changes_nothing_that_a_reader_sees(
    relay: Sequencer, store: Store, index: JournalIndex
) -> None:
    for n in range(40):
        say(relay, str(n), track="doc:pad" if n % 3 else "hint", log_id=LOG if n % 2 else OTHER, once=f"n{n}")
    before = {log: read_entries(store, index, log) for log in (LOG, OTHER)}
    links = {log: verify(store, index, log).link for log in (LOG, OTHER)}
    done = fold(store, index, now_ms=0, everything=True)
    assert (done.books, done.entries, done.trimmed, done.torn) == (2, 40, 40, 0)
    assert store.journal_start() == 0
    for log in (LOG, OTHER):
        assert read_entries(store, index, log) == before[log]
        assert read_entries(store, JournalIndex(store), log, tracks=["hint"], after=5) == [
            e for e in before[log] if e.track == "hint" and e.seq > 5
        ]
        found = verify(store, index, log)
        assert (found.holds, found.link) == (True, links[log])


def test_a_small_last_chunk_is_written_anew_with_what_follows(
    relay: Sequencer, store: Store, index: JournalIndex
) -> None:
    for n in range(6):
        say(relay, str(n))
        fold(store, index, now_ms=0, everything=True)
    assert len(list(store.chunks(relay.heads[LOG].book))) == 1
    assert [e.seq for e in read_entries(store, index, LOG)] == list(range(6))


def test_an_interview_is_folded_when_it_is_long_or_old(
    relay: Sequencer, store: Store, clock: Clock, index: JournalIndex
) -> None:
    say(relay, "a")
    assert fold(store, index, now_ms=clock.ms + 1).books == 0
    assert fold(store, index, now_ms=clock.ms + AGE_MS_MAX).books == 1
    relay.write(LOG, Append(tuple(entry(str(n)) for n in range(300))))
    assert fold(store, index, now_ms=clock.ms).books == 1


def test_the_next_owner_goes_on_behind_chunks_and_journal(
    relay: Sequencer, store: Store, clock: Clock, index: JournalIndex
) -> None:
    say(relay, "folded", once="a")
    fold(store, index, now_ms=0, everything=True)
    clock.ms += 70
    say(relay, "in the journal", once="b")
    store.let_go("relay")
    after = sequencer(store, clock)
    assert say(after, "again", once="a") == 0
    assert say(after, "again", once="b") == 1
    assert say(after, "new") == 2
    assert verify(store, index, LOG).holds


def fold_at(
    monkeypatch: pytest.MonkeyPatch,
    store: Store,
    index: JournalIndex,
    then: Callable[[], object] = lambda: None,
) -> None:
    """The worker folds and trims right behind the next look at a log's row: the worst moment there is."""
    book, due = store.book, [True]

    def racing(log_id: str, *, lock: bool = False) -> Book | None:
        found = book(log_id, lock=lock)
        if due and not lock:
            due.clear()
            fold(store, index, now_ms=0, everything=True)
            then()
        return found

    monkeypatch.setattr(store, "book", racing)


def test_an_owner_that_starts_while_the_log_is_folded_gives_no_number_twice(
    store: Store, clock: Clock, index: JournalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = sequencer(store, clock)
    for text in "abc":
        say(old, text, once=text)
    store.let_go("relay")
    new = sequencer(store, clock)
    fold_at(monkeypatch, store, index)
    assert say(new, "after the fold") == 3
    assert say(new, "again", once="b") == 1
    assert verify(store, index, LOG).tears == ()
    assert len(read_entries(store, index, LOG)) == 4


def test_a_reader_misses_nothing_of_a_log_that_is_folded_meanwhile(
    relay: Sequencer, store: Store, index: JournalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in "abc":
        say(relay, text)
    fold_at(monkeypatch, store, index, lambda: say(relay, "behind the fold"))
    assert [e.seq for e in read_entries(store, index, LOG)] == [0, 1, 2, 3]
    fold_at(monkeypatch, store, index, lambda: say(relay, "and once more"))
    found = verify(store, index, LOG)
    assert (found.entries, found.tears) == (5, ())


def test_a_snapshot_is_kept_and_carried_on(relay: Sequencer, store: Store, index: JournalIndex) -> None:
    joined = Snapshot(
        wants=lambda track: track.startswith("doc:"),
        make=lambda old, new: (old or b"") + b"|".join(new) + b";",
    )
    say(relay, "a", track="doc:pad")
    fold(store, index, now_ms=0, everything=True)  # nobody knew what documents are
    say(relay, "b", track="doc:pad")
    say(relay, "no document")
    fold(store, index, now_ms=0, everything=True, snapshot=joined)
    say(relay, "c", track="doc:pad")
    fold(store, index, now_ms=0, everything=True, snapshot=joined)
    body = {name: entry(name).body for name in "abc"}
    assert store.states(relay.heads[LOG].book) == {
        "doc:pad": (3, body["a"] + b"|" + body["b"] + b";" + body["c"] + b";")
    }


def tear(store: Store, journal: int, how: str) -> None:
    row = store.journal_blob(journal)
    assert row is not None
    blob = row[1][: len(row[1]) // 2] if how == "cut off" else bytes(b ^ 0x40 for b in row[1])
    store.query("UPDATE log_journal SET blob = ? WHERE id = ?", [blob, journal])


@pytest.mark.parametrize("how", ["cut off", "garbled"])
def test_a_torn_blob_ends_recovery_cleanly(store: Store, clock: Clock, index: JournalIndex, how: str) -> None:
    old = sequencer(store, clock)
    for text in "abcd":
        say(old, text)
    say(old, "somebody else's", log_id=OTHER)
    tear(store, 3, how)
    store.let_go("relay")
    new = sequencer(store, clock)
    assert say(new, "after the tear") == 2  # c is unreadable, so d hangs on nothing
    head = new.heads[LOG]
    assert [t.journal for t in head.tears] == [3, 4]
    assert "do not follow" in head.tears[1].why
    assert [e.body for e in read_entries(store, index, LOG)] == [
        entry(t).body for t in ("a", "b", "after the tear")
    ]
    assert verify(store, index, LOG).holds
    assert len(read_entries(store, index, OTHER)) == 1
    done = fold(store, index, now_ms=0, everything=True)
    assert (done.entries, done.torn) == (4, 2)
    assert [e.seq for e in read_entries(store, index, LOG)] == [0, 1, 2]
    kept = store.query("SELECT journal, why FROM log_torn ORDER BY journal")
    assert [row[0] for row in kept] == [3, 4]


def test_a_changed_body_or_head_is_found_out(relay: Sequencer, store: Store, index: JournalIndex) -> None:
    for text in "abc":
        say(relay, text)
    fold(store, index, now_ms=0, everything=True)
    book = relay.heads[LOG].book
    (chunk,) = store.chunks(book)
    from dataclasses import replace

    from otherside.log.chunk import records_of

    records = records_of(chunk)
    store.put_chunk(book, make_chunk(0, [records[0], replace(records[1], body=b'{"text":"B"}'), records[2]]))
    assert verify(store, index, LOG).problem == "the body of entry 1 is not the one that was written"
    other = bytearray(records[1].head)
    other[8] ^= 1  # another actor
    store.put_chunk(book, make_chunk(0, [records[0], replace(records[1], head=bytes(other)), records[2]]))
    assert verify(store, index, LOG).problem == "the link behind entry 2 is not the one that was recorded"
    store.put_chunk(book, make_chunk(0, records[:2]))
    assert not verify(store, index, LOG).holds or verify(store, index, LOG).entries == 2


def test_a_redacted_entry_is_gone_from_the_files_and_the_chain_holds(
    relay: Sequencer, store: Store, index: JournalIndex
) -> None:
    noise = random.Random(1).randbytes(3000).hex()
    for text in ("a", SECRET, noise):
        say(relay, text)
    say(relay, "keeps the blob in the journal", log_id=OTHER)
    link = verify(store, index, LOG).link
    assert SECRET.encode() in all_bytes(store)
    assert redact(store, index, LOG, [1]) == 1
    assert SECRET.encode() not in all_bytes(store)
    got = read_entries(store, index, LOG)
    assert [(e.redacted, bool(e.body)) for e in got] == [(False, True), (True, False), (False, True)]
    found = verify(store, index, LOG)
    assert (found.holds, found.link, found.redacted) == (True, link, 1)
    with pytest.raises(Invalid, match="no entry 7"):
        redact(store, index, LOG, [7])
    assert say(relay, "goes on") == 3


def test_an_erased_interview_leaves_a_tombstone_that_verifies(
    store: Store, clock: Clock, index: JournalIndex
) -> None:
    owner = sequencer(store, clock)
    for log in (LOG, OTHER):
        say(owner, SECRET if log == LOG else "stays", log_id=log, once=SECRET if log == LOG else None)
    link = verify(store, index, LOG).link
    with pytest.raises(Conflict, match="still open"):
        erase(store, index, LOG, why="asked for", at_ms=5)
    owner.release([LOG])
    erase(store, index, LOG, why="asked for", at_ms=5)
    assert SECRET.encode() not in all_bytes(store)
    found = verify(store, index, LOG)
    assert (found.holds, found.link, found.entries, found.erased_ms) == (True, link, 1, 5)
    assert [e.body for e in read_entries(store, index, OTHER)] == [entry("stays").body]
    answer = owner.claim([LOG])[LOG]
    assert isinstance(answer, Erased)
    with pytest.raises(NotFound):
        erase(store, index, LOG, why="twice", at_ms=6)
    book = store.book(LOG)
    assert book is not None
    assert (book.mac_key, book.erased_why) == (None, "asked for")


def test_what_is_written_while_a_log_is_erased_is_not_left_behind(
    store: Store, clock: Clock, index: JournalIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A background job may take the log, write and give it back between the fold and the deletion."""
    owner = sequencer(store, clock)
    say(owner, "x")
    owner.release([LOG])
    cut = erasing._cut_journal

    def cut_and_write(*words: object) -> None:
        cut(*words)  # type: ignore[arg-type]
        say(owner, SECRET)
        owner.release([LOG])

    with monkeypatch.context() as during:
        during.setattr(erasing, "_cut_journal", cut_and_write)
        with pytest.raises(Conflict, match="Erase it again"):
            erase(store, index, LOG, why="asked for", at_ms=5)
    erase(store, index, LOG, why="asked for", at_ms=6)
    assert SECRET.encode() not in all_bytes(store)


def test_nobody_reads_a_log_that_is_not_there(store: Store, index: JournalIndex) -> None:
    assert read_entries(store, index, "no-such-log") == []
    with pytest.raises(NotFound):
        verify(store, index, "no-such-log")


def test_readers_that_race_with_folding_miss_nothing(
    relay: Sequencer, store: Store, index: JournalIndex
) -> None:
    for n in range(5):
        say(relay, str(n))
    stale = JournalIndex(store)
    stale.catch_up()
    book = store.book(LOG)
    fold_book(store, index, relay.heads[LOG].book)
    fold(store, index, now_ms=0, everything=True)
    assert book is not None
    assert [e.seq for e in read_entries(store, stale, LOG)] == list(range(5))


def test_whatever_bytes_a_section_or_chunk_is_they_are_read_or_torn(relay: Sequencer, store: Store) -> None:
    for n in range(3):
        say(relay, str(n), once=f"n{n}")
    row = store.journal_blob(2)
    assert row is not None
    chance = random.Random(3)
    whole = row[1]
    assert read_section(whole).first_seq == 1
    for _ in range(2000):
        raw = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        del raw[chance.randrange(len(raw) + 1) :]
        if bytes(raw) != whole:
            with pytest.raises(Torn):
                read_section(bytes(raw))
    with pytest.raises(Torn):
        read_contents(row[0][:-1])
    chunk = make_chunk(1, read_section(whole).records)
    assert len(entries_of(chunk)) == 1
    from dataclasses import replace

    for column in ("heads", "bodies", "proofs"):
        for _ in range(200):
            raw = bytearray(getattr(chunk, column))
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
            del raw[chance.randrange(len(raw) + 1) :]
            try:
                entries_of(replace(chunk, **{column: bytes(raw)}))
            except Torn:
                continue


def test_a_blob_that_names_nobody_is_kept_for_whoever_can_mend_it(relay: Sequencer, store: Store) -> None:
    say(relay, "a")
    say(relay, "b")
    store.query("UPDATE log_journal SET contents = ? WHERE id = 1", [b""])
    fold(store, JournalIndex(store), now_ms=0, everything=True)
    assert [row[0] for row in store.query("SELECT id FROM log_journal")][:1] == [1]
