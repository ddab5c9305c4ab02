import pytest

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
    return table_for(hour, alice, bob, charlie)
