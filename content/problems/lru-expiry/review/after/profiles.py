from clock import Clock
from lru import LruCache
from settings import Settings
from source import Source
from stats import Stats


class Profiles:
    """Names of users, read through a cache."""

    def __init__(self, source: Source, settings: Settings, clock: Clock) -> None:
        self.source = source
        self.stats = Stats()
        self.cache = LruCache(settings.capacity, settings.ttl_ms, clock, self.stats)

    def name(self, user: str) -> str | None:
        """The name of this user, or None if there is no such user."""
        cached = self.cache.get(user)
        if cached is not None:
            return cached
        loaded = self.source.load(user)
        if loaded is not None:
            self.cache.put(user, loaded)
        return loaded

    def rename(self, user: str, name: str) -> None:
        self.source.save(user, name)
        self.cache.put(user, name)
