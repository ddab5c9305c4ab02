"""The minutes after an hour that are held for its scorecards."""

from datetime import datetime, timedelta

CARD_MINUTES = 10


def card_due(ended_at: datetime) -> datetime:
    """When the cards of an hour that ended then are due."""
    return ended_at + timedelta(minutes=CARD_MINUTES)


def minutes_left(ended_at: datetime, at: datetime) -> int:
    """Whole minutes until they are due, the one that runs counted; negative afterwards."""
    return -int((at - card_due(ended_at)).total_seconds() // 60)
