"""What the worker does for scorecards: reminds of those that are overdue."""

from otherside.kernel.clock import utc_now
from otherside.scorecard.actions import remind_overdue


def remind() -> int:
    """Returns how many letters it sent."""
    return remind_overdue(utc_now())
