"""When to try again what could not be delivered."""

from datetime import datetime, timedelta

from otherside.delivery.limits import ATTEMPTS_MAX

FIRST_WAIT_S = 5
LONGEST_WAIT_S = 3600


def wait_s(attempts: int) -> int:
    """Seconds to wait after `attempts` failures: 5, 10, 20, ... and never more than an hour."""
    if attempts < 1:
        raise ValueError(f"attempts counts failures so far and starts at 1, got {attempts}")
    return int(min(FIRST_WAIT_S * 2 ** (attempts - 1), LONGEST_WAIT_S))


def next_try(attempts: int, at: datetime) -> datetime | None:
    """When to try again after `attempts` failures, the last one at `at`; None when it is given up."""
    if attempts >= int(ATTEMPTS_MAX):
        return None
    return at + timedelta(seconds=wait_s(attempts))
