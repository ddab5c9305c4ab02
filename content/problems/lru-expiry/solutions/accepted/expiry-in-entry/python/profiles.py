from clock import Clock
from lru import LruCache
from settings import Settings
from source import Source, SourceDown
from stats import Stats


class Profiles:
    """Names of users, read through a cache. None in the cache means that there is no such user."""

    def __init__(self, source: Source, settings: Settings, clock: Clock) -> None:
        self.source = source
        self.settings = settings
        self.stats = Stats()
        self.cache: LruCache[str | None] = LruCache(settings.capacity, clock, self.stats)

    def name(self, user: str) -> str | None:
        """The name of this user, or None if there is no such user."""
        cached = self.cache.get(user)
        if cached is not None:
            return cached.value
        try:
            loaded = self.source.load(user)
        except SourceDown:
            stale = self.cache.get_stale(user, self.settings.grace_ms)
            if stale is None or stale.value is None:
                raise
            self.stats.stale += 1
            return stale.value
        if loaded is not None:
            self.cache.put(user, loaded, self.settings.ttl_ms)
        elif self.settings.unknown_ttl_ms:
            self.cache.put(user, None, self.settings.unknown_ttl_ms)
        return loaded

    def rename(self, user: str, name: str) -> None:
        self.source.save(user, name)
        self.cache.put(user, name, self.settings.ttl_ms)
