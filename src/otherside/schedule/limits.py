"""Ceilings of scheduling."""

from otherside.kernel.limits import Limit

CHANGES_MAX = Limit(
    "schedule.changes_max",
    50,
    "changes",
    "the time can no longer be changed; cancel the interview and plan a new one.",
)
DAYS_AHEAD_MAX = Limit("schedule.days_ahead_max", 366, "days", "the time is refused; look at the year.")
