"""Which times may be announced, and how people in a time zone say them."""

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from otherside.kernel.errors import Invalid
from otherside.schedule.limits import DAYS_AHEAD_MAX

GRACE_MINUTES = 15  # "now" is a time people choose, and forms are filled in slowly


def check_time(starts_at: datetime, *, at: datetime) -> None:
    """Raises Invalid, with the value and the remedy, for a time nobody can keep."""
    if starts_at.tzinfo is None:
        raise ValueError("starts_at must be aware")
    if starts_at < at - timedelta(minutes=GRACE_MINUTES):
        raise Invalid(f"{starts_at:%d %b %Y, %H:%M} UTC is in the past. Choose a time that is still to come.")
    if starts_at > at + timedelta(days=int(DAYS_AHEAD_MAX)):
        raise Invalid(f"{starts_at:%d %b %Y} is more than a year away. Look at the year.")


@lru_cache(1024)
def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC where the name is unknown, because a letter must still go out."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):  # a folder of zones, no name at all, one that nobody knows
        return ZoneInfo("UTC")


def in_zone(moment: datetime, zone: str) -> str:
    """The moment as people in `zone` say it: Wednesday 10 June 2026, 17:00 (Europe/Helsinki)."""
    known = zone_of(zone)
    local = moment.astimezone(known)
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M} ({known.key})"
