"""A log as rows, written down once a release and read by every later one: python -m tests.log.golden VERSION."""

import json
import sys
import tempfile
from pathlib import Path

from otherside.log.chunk import Chunk
from otherside.log.entry import NewEntry
from otherside.log.fold import fold
from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries, verify
from otherside.log.sequencer import Append
from otherside.log.store import Store
from tests.log.support import LOG, Clock, sequencer, sqlite_store

FOLDER = Path(__file__).parents[2] / "contracts" / "logs"
ENTRIES = [
    NewEntry(1, "outline", "hour.opened", 1, b'{"opened_at":"2026-03-03T10:00:00Z","minutes":60}'),
    NewEntry(1, "presence", "presence.joined", 1, b'{"member":1}'),
    NewEntry(0, "doc:pad", "y.update", 1, bytes.fromhex("0101d9360004010474657874026869" + "00")),
    NewEntry(
        2, "doc:pad", "y.update", 1, bytes.fromhex("0101da360004010474657874026f6b" + "00"), merged=True
    ),
    NewEntry(1, "hint", "hint.shown", 1, '{"question":"lru","step":1,"text":"Nähe"}'.encode()),
    NewEntry(2, "presence", "presence.left", 1, b'{"member":2}'),
]


def told(store: Store, index: JournalIndex) -> dict[str, object]:
    """What a reader of the log gets."""
    found = verify(store, index, LOG)
    return {
        "holds": found.holds,
        "link": found.link.hex(),
        "entries": [
            [e.seq, e.at_ms, e.actor, e.track, e.kind, e.version, e.body.hex(), e.merged]
            for e in read_entries(store, index, LOG)
        ],
    }


def write(version: str) -> None:
    store = sqlite_store(Path(tempfile.mkdtemp()))
    clock = Clock()
    owner = sequencer(store, clock)
    index = JournalIndex(store)
    for number, entry in enumerate(ENTRIES):
        owner.write(LOG, Append((entry,), once=f"golden:{number}"))
        clock.ms += 1000
        if number == 3:
            fold(store, index, now_ms=0, everything=True)
    book = store.book(LOG)
    assert book is not None
    assert book.mac_key is not None
    golden = {
        "log_id": LOG,
        "mac_key": book.mac_key.hex(),
        "folded": [
            book.opened_ms,
            book.folded_seq,
            book.folded_link.hex(),
            book.folded_ms,
            book.folded_bytes,
        ],
        "chunks": [
            [
                c.first_seq,
                c.last_seq,
                c.last_ms,
                c.tracks,
                c.heads.hex(),
                (c.bodies or b"").hex(),
                c.proofs.hex(),
            ]
            for c in store.chunks(book.key)
        ],
        # The table of contents names the interview by the number of its row, here 1.
        "journal": [
            [row[0].hex(), row[1].hex()]
            for journal, _, _ in store.journal_contents(0)[0]
            if (row := store.journal_blob(journal)) is not None
        ],
        "told": told(store, index),
    }
    (FOLDER / f"{version}.json").write_text(json.dumps(golden, indent=1) + "\n")


def read(path: Path, store: Store) -> tuple[dict[str, object], dict[str, object]]:
    """(what it told when it was written, what it tells now) of a golden log put into an empty `store`."""
    golden = json.loads(path.read_text())
    opened_ms, seq, link, at_ms, size = golden["folded"]
    store.query(
        "INSERT INTO log_book (log_id, mac_key, opened_ms, folded_seq, folded_link, folded_ms, folded_bytes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            golden["log_id"],
            bytes.fromhex(golden["mac_key"]),
            opened_ms,
            seq,
            bytes.fromhex(link),
            at_ms,
            size,
        ],
    )
    for first, last, last_ms, tracks, *columns in golden["chunks"]:
        store.put_chunk(1, Chunk(first, last, last_ms, tracks, *map(bytes.fromhex, columns)))
    for contents, blob in golden["journal"]:
        store.query(
            "INSERT INTO log_journal (at_ms, contents, blob) VALUES (0, ?, ?)",
            [bytes.fromhex(contents), bytes.fromhex(blob)],
        )
    return golden["told"], told(store, JournalIndex(store))


if __name__ == "__main__":
    write(sys.argv[1])
