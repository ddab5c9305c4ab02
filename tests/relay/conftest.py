from collections.abc import Iterator
from pathlib import Path

import pytest

from otherside.log.store import Store
from tests.log.support import any_store
from tests.relay.world import World


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with any_store(tmp_path) as store:
        yield store


@pytest.fixture
def world(store: Store) -> World:
    return World(store)
