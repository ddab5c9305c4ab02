import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import Generic, TypeVar

from clock import Clock
from stats import Stats

V = TypeVar("V")


@dataclass
class Entry(Generic[V]):
    value: V
    expires_ms: float


class LruCache(Generic[V]):
    """Keeps the `capacity` entries that were used last; those past their time go before all others."""

    def __init__(self, capacity: int, clock: Clock, stats: Stats) -> None:
        self.capacity = capacity
        self.clock = clock
        self.stats = stats
        self.entries: OrderedDict[str, Entry[V]] = OrderedDict()  # the least recently used one first
        self.earliest_ms: float = math.inf  # nothing expires before; may be too early, never too late

    def get(self, key: str) -> Entry[V] | None:
        """The entry, unless it is past its time."""
        entry = self.entries.get(key)
        if entry is None or self._expired(entry):
            self.stats.misses += 1
            return None
        self.entries.move_to_end(key)
        self.stats.hits += 1
        return entry

    def get_stale(self, key: str, grace_ms: int) -> Entry[V] | None:
        """The entry even past its time, but not by `grace_ms` or more."""
        entry = self.entries.get(key)
        if entry is None or entry.expires_ms + grace_ms <= self.clock.now_ms():
            return None
        return entry

    def put(self, key: str, value: V, ttl_ms: int) -> None:
        """Keeps `value` for `ttl_ms`; 0 means for ever."""
        if key not in self.entries and len(self.entries) >= self.capacity:
            self._make_room()
        expires_ms = self.clock.now_ms() + ttl_ms if ttl_ms else math.inf
        self.entries[key] = Entry(value, expires_ms)
        self.entries.move_to_end(key)
        self.earliest_ms = min(self.earliest_ms, expires_ms)

    def size(self) -> int:
        return sum(not self._expired(entry) for entry in self.entries.values())

    def _expired(self, entry: Entry[V]) -> bool:
        return entry.expires_ms <= self.clock.now_ms()

    def _make_room(self) -> None:
        """Looks through all entries only when one of them may have expired since the last look."""
        if self.earliest_ms <= self.clock.now_ms():
            key, entry = min(self.entries.items(), key=lambda item: item[1].expires_ms)
            if self._expired(entry):
                del self.entries[key]
                return
            self.earliest_ms = entry.expires_ms
        self.entries.popitem(last=False)
        self.stats.evicted += 1
