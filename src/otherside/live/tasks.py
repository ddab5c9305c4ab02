"""What the worker does for open rooms."""

import logging

from otherside.kernel.errors import DomainError
from otherside.live import actions
from otherside.live.access import open_interviews
from otherside.log.record import Torn

logger = logging.getLogger(__name__)


def look_after_rooms() -> int:
    """Moves rows on to where their logs are, and sends away who may not be in a room any more.

    Returns how many were sent away.
    """
    sent = 0
    for interview in open_interviews():
        try:
            actions.settle(interview)
            sent += actions.send_away(interview)
        except (DomainError, Torn) as error:
            # One room that cannot be reached or read must not keep us from the others; the next look
            # tries again.
            logger.warning("event=room-not-looked-after interview=%s problem=%s", interview.pk, error)
    return sent
