from clock import Clock
from errors import NotAsked
from remote import Remote
from settings import Settings
from stats import Stats


class Quotes:
    """What a parcel costs, asked from the carrier."""

    def __init__(self, remote: Remote, settings: Settings, clock: Clock) -> None:
        self.remote = remote
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.failures = 0
        self.last_failure_ms = 0

    def quote(self, carrier: str, parcel: str) -> int:
        """The price in cents. Raises RemoteDown, NotAsked or BadParcel."""
        if self._is_open():
            self.stats.refused += 1
            self.last_failure_ms = self.clock.now_ms()
            raise NotAsked
        self.stats.asked += 1
        try:
            cents = self.remote.price(carrier, parcel)
        except Exception:
            self.stats.failed += 1
            self.failures += 1
            self.last_failure_ms = self.clock.now_ms()
            raise
        self.failures = 0
        return cents

    def _is_open(self) -> bool:
        """Whether enough calls have failed, and too little time has passed since the last of them."""
        if self.failures < self.settings.threshold:
            return False
        return self.clock.now_ms() - self.last_failure_ms < self.settings.open_ms
