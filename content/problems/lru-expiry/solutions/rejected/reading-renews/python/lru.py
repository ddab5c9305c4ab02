from collections import OrderedDict

from clock import Clock
from stats import Stats


class LruCache:
    def __init__(self, capacity: int, ttl_ms: int, clock: Clock, stats: Stats) -> None:
        self.capacity = capacity
        self.ttl_ms = ttl_ms
        self.clock = clock
        self.stats = stats
        self.entries: OrderedDict[str, tuple[str, int]] = OrderedDict()  # key -> (value, put at)

    def get(self, key: str) -> str | None:
        if key not in self.entries or self._expired(key):
            self.entries.pop(key, None)
            self.stats.misses += 1
            return None
        value, put_at = self.entries[key]
        self.put(key, value)  # to the front
        self.stats.hits += 1
        return value

    def put(self, key: str, value: str) -> None:
        if key not in self.entries and len(self.entries) >= self.capacity:
            self._make_room()
        self.entries[key] = (value, self.clock.now_ms())
        self.entries.move_to_end(key)

    def size(self) -> int:
        return sum(not self._expired(key) for key in self.entries)

    def _expired(self, key: str) -> bool:
        return self.ttl_ms > 0 and self.entries[key][1] + self.ttl_ms <= self.clock.now_ms()

    def _make_room(self) -> None:
        for key in self.entries:
            if self._expired(key):
                del self.entries[key]
                return
        self.entries.popitem(last=False)
        self.stats.evicted += 1
