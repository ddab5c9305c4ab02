from collections import deque

from clock import Clock


class RateLimiter:
    """At most `limit` calls of one key in any window of `window_ms` milliseconds.

    Keeps the times of the calls that were let through, one deque a key: at most `limit` times each.
    A key whose calls have all left the window is forgotten when it is next looked at.
    """

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
        self.times[key] = times
        return True

    def retry_after_ms(self, key: str) -> int:
        times = self._recent(key)
        if len(times) < self.limit:
            return 0
        if not times:  # a limit of zero never lets anything through
            return self.window_ms
        return times[0] + self.window_ms - self.clock.now_ms()

    def _recent(self, key: str) -> deque[int]:
        """The calls that still count; those that left the window are dropped."""
        times = self.times.get(key, deque())
        oldest = self.clock.now_ms() - self.window_ms
        while times and times[0] <= oldest:
            times.popleft()
        if not times:
            self.times.pop(key, None)
        return times


class TokenBucket:
    """Up to `capacity` calls at once; `per_second` of them come back every second.

    Counts in thousandths of a token, so that nothing is lost to rounding.
    """

    def __init__(self, capacity: int, per_second: int, clock: Clock) -> None:
        self.full = capacity * 1000
        self.per_second = per_second
        self.clock = clock
        self.buckets: dict[str, tuple[int, int]] = {}  # key -> (thousandths, at_ms)

    def allow(self, key: str) -> bool:
        level = self._level(key)
        if level < 1000:
            return False
        self.buckets[key] = (level - 1000, self.clock.now_ms())
        return True

    def retry_after_ms(self, key: str) -> int:
        missing = 1000 - self._level(key)
        return max(0, -(-missing // self.per_second))  # rounded up

    def _level(self, key: str) -> int:
        level, at_ms = self.buckets.get(key, (self.full, self.clock.now_ms()))
        return min(self.full, level + (self.clock.now_ms() - at_ms) * self.per_second)


class SharedLimiter:
    """The sliding window again, but its times live in a store that several servers write."""

    def __init__(self, limit: int, window_ms: int, clock: Clock, store) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.clock = clock
        self.store = store

    def allow(self, key: str) -> bool:
        times, version = self._recent(key)
        if len(times) >= self.limit:
            return False
        self.store.write(key, [*times, self.clock.now_ms()], version)
        return True

    def retry_after_ms(self, key: str) -> int:
        times, _ = self._recent(key)
        if len(times) < self.limit:
            return 0
        return times[0] + self.window_ms - self.clock.now_ms()

    def _recent(self, key: str) -> tuple[list[int], int]:
        times, version = self.store.read(key)
        oldest = self.clock.now_ms() - self.window_ms
        return [time for time in times if time > oldest], version
