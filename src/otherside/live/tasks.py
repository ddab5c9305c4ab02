"""What the worker does for open rooms."""

import logging

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError
from otherside.live import actions
from otherside.live.access import open_interviews, rehearsals
from otherside.log.record import Torn

logger = logging.getLogger(__name__)


def play_rehearsals() -> int:
    """What scripted candidates do by now; returns how much. A rehearsal that is over is deleted."""
    done = 0
    for rehearsal in rehearsals():
        try:
            done += actions.play(rehearsal, utc_now())
        except (DomainError, Torn) as error:
            # As with rooms: one that fails must not stop the others' candidates.
            logger.warning("event=rehearsal-not-played rehearsal=%s problem=%s", rehearsal.pk, error)
    return done


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
