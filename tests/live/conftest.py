from datetime import timedelta

import pytest

from otherside.kernel.clock import utc_now
from tests.support import cast
from tests.support.live_table import Table, table_for
from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]


@pytest.fixture
def table(
    hour: "cast.Interview",
    alice: "cast.User",
    bob: "cast.User",
    charlie: "cast.User",
    in_process_relay: object,
) -> Table:
    """Dana's first round with everybody's keys, its lobby not open yet. Pages go by the real clock, and links rest
    some days after the hour was to be.
    """
    type(hour).objects.filter(pk=hour.pk).update(starts_at=utc_now() + timedelta(hours=1))
    return table_for(hour, alice, bob, charlie)
