from collections import OrderedDict

from clock import Clock
from stats import Stats


class LruCache:
    """Keeps the `capacity` entries that were used last, each for `ttl_ms`."""

    def __init__(self, capacity: int, ttl_ms: int, clock: Clock, stats: Stats) -> None:
        self.capacity = capacity
        self.ttl_ms = ttl_ms
        self.clock = clock
        self.stats = stats
        self.entries: OrderedDict[str, str] = OrderedDict()  # the least recently used one first
        self.put_at: dict[str, int] = {}

    def get(self, key: str) -> str | None:
        self._sweep()
        value = self.entries.get(key)
        if value is None:
            self.stats.misses += 1
            return None
        self.put(key, value)
        self.stats.hits += 1
        return value

    def put(self, key: str, value: str) -> None:
        self._sweep()
        if key not in self.entries and len(self.entries) >= self.capacity:
            self.entries.popitem(last=False)
            self.stats.evicted += 1
        self.entries[key] = value
        self.entries.move_to_end(key)
        self.put_at[key] = self.clock.now_ms()

    def size(self) -> int:
        return len(self.entries)  # get and put have swept

    def _sweep(self) -> None:
        """Throws out whatever is past its time."""
        for key in list(self.entries):
            if self.ttl_ms and self.put_at[key] + self.ttl_ms <= self.clock.now_ms():
                del self.entries[key]
