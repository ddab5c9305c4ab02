"""Time comes in as an argument; these are the only two places that ask the machine for it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present as an aware UTC time. For doors and actions; rules take `at`."""
    return datetime.now(UTC)


def monotonic_ms() -> int:
    """Milliseconds of a clock that never goes backwards, from an arbitrary zero."""
    return time.monotonic_ns() // 1_000_000
