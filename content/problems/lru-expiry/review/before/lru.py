from collections import OrderedDict

from stats import Stats


class LruCache:
    """Keeps the `capacity` entries that were used last."""

    def __init__(self, capacity: int, stats: Stats) -> None:
        self.capacity = capacity
        self.stats = stats
        self.entries: OrderedDict[str, str] = OrderedDict()  # the least recently used one first

    def get(self, key: str) -> str | None:
        value = self.entries.get(key)
        if value is None:
            self.stats.misses += 1
            return None
        self.entries.move_to_end(key)
        self.stats.hits += 1
        return value

    def put(self, key: str, value: str) -> None:
        if key not in self.entries and len(self.entries) >= self.capacity:
            self.entries.popitem(last=False)
            self.stats.evicted += 1
        self.entries[key] = value
        self.entries.move_to_end(key)

    def size(self) -> int:
        return len(self.entries)
