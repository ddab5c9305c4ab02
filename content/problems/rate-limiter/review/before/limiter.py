from collections import deque

from clock import Clock


class RateLimiter:
    """At most `limit` calls of one key in any window of `window_ms` milliseconds."""

    def __init__(self, limit: int, window_ms: int, clock: Clock) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.clock = clock
        self.times: dict[str, deque[int]] = {}

    def allow(self, key: str) -> bool:
        times = self._recent(key)
        if len(times) >= self.limit:
            return False
        times.append(self.clock.now_ms())
        return True

    def retry_after_ms(self, key: str) -> int:
        times = self._recent(key)
        if len(times) < self.limit:
            return 0
        return times[0] + self.window_ms - self.clock.now_ms()

    def _recent(self, key: str) -> deque[int]:
        times = self.times.setdefault(key, deque())
        while times and times[0] <= self.clock.now_ms() - self.window_ms:
            times.popleft()
        return times
