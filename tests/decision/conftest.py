import pytest

from otherside.interview.state import State
from tests.support import cast
from tests.support.relay import in_process_relay

__all__ = ["in_process_relay"]


@pytest.fixture
def held(hour: "cast.Interview", in_process_relay: object) -> "cast.Interview":
    """Dana's first round, held with Alice and Bob; nobody has written a card."""
    hour.state = State.ENDED.value
    hour.save(update_fields=["state"])
    return hour
