from collections import defaultdict

from clock import Clock

SLOTS = 10


class RateLimiter:
    """At most `limit` calls of one key in any window of `window_ms` milliseconds.

    Counts calls per slot, a tenth of the window: ten numbers for each key, however large the limit is.
    """

    def __init__(self, limit: int, window_ms: int, clock: Clock) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self.slot_ms = window_ms // SLOTS
        self.clock = clock
        self.counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def allow(self, key: str) -> bool:
        counts, slot = self.counts[key], self._slot()
        counts[slot] = counts.get(slot, 0) + 1
        return self._used(key) <= self.limit

    def retry_after_ms(self, key: str) -> int:
        if self._used(key) < self.limit:
            return 0
        return (self._slot() + 1) * self.slot_ms - self.clock.now_ms()

    def _used(self, key: str) -> int:
        oldest = self._slot() - SLOTS
        return sum(count for slot, count in self.counts[key].items() if slot > oldest)

    def _slot(self) -> int:
        return self.clock.now_ms() // self.slot_ms
