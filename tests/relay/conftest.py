from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log.support import any_store
from tests.relay.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with any_store(tmp_path) as store:
        yield World(store)
