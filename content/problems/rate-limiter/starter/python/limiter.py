from clock import Clock


class RateLimiter:
    """At most `limit` calls of one key in any window of `window_ms` milliseconds."""

    def __init__(self, limit: int, window_ms: int, clock: Clock) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.clock = clock

    def allow(self, key: str) -> bool:
        """Whether a call of `key` may go through now. If so, it counts."""
        return True

    def retry_after_ms(self, key: str) -> int:
        """Milliseconds until `allow` would say yes; 0 means now."""
        return 0
