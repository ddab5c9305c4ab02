from collections.abc import Iterator
from pathlib import Path

import pytest

from otherside.log.journal import JournalIndex
from otherside.log.sequencer import Sequencer
from otherside.log.store import Store
from tests.log.support import Clock, any_store, sequencer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with any_store(tmp_path) as store:
        yield store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def relay(store: Store, clock: Clock) -> Sequencer:
    return sequencer(store, clock)


@pytest.fixture
def index(store: Store) -> JournalIndex:
    return JournalIndex(store)
