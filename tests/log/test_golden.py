"""A log of each release, byte by byte, read by this one."""

from pathlib import Path

import pytest

from otherside.log.journal import JournalIndex
from otherside.log.store import Store
from tests.log.golden import ENTRIES, FOLDER, read
from tests.log.support import LOG, Clock, say, sequencer


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_golden_log_is_read_as_it_was_written(path: Path, store: Store) -> None:
    then, now = read(path, store)
    assert now == then
    assert now["holds"] is True
    assert len(now["entries"]) == len(ENTRIES)  # type: ignore[arg-type]


def test_a_golden_log_is_gone_on_with(store: Store) -> None:
    path = max(FOLDER.glob("*.json"))
    read(path, store)
    assert say(sequencer(store, Clock()), "new", log_id=LOG) == len(ENTRIES)
    assert JournalIndex(store).books() == [1]
