"""What the worker does for open rooms."""

from otherside.live import actions
from otherside.live.access import open_interviews


def look_after_rooms() -> int:
    """Moves rows on to where their logs are, and sends away who may not be in a room any more.

    Returns how many were sent away. Raises Unavailable while the relay cannot be reached.
    """
    sent = 0
    for interview in open_interviews():
        actions.settle(interview)
        sent += actions.send_away(interview)
    return sent
