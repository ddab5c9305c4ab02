"""An in-process relay for tests: `relay.client` on a temporary SQLite log, no sockets, no other process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from otherside.relay import client


def in_django_action() -> bool:
    """Whether an action's transaction is open. The block that pytest-django puts around a test is none."""
    from django.db import connection

    return any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)


@pytest.fixture
def in_process_relay(tmp_path: Path) -> Iterator[client.Direct]:
    """`relay.client` works on a log of this test's own; `.published`, `.regranted`, `.closed` say what was asked."""
    direct = client.Direct.on_sqlite(tmp_path / "log.sqlite3")
    client.configure(direct, in_transaction=in_django_action)
    yield direct
    client.forget()
    direct.close()
