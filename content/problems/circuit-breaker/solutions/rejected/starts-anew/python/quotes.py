from clock import Clock
from errors import BadParcel, NotAsked, RemoteDown
from remote import Remote
from settings import Settings
from stats import Stats


class Quotes:
    def __init__(self, remote: Remote, settings: Settings, clock: Clock) -> None:
        self.remote = remote
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.failures = 0
        self.open_until_ms: int | None = None

    def quote(self, carrier: str, parcel: str) -> int:
        if self.open_until_ms is not None:
            if self.clock.now_ms() < self.open_until_ms:
                self.stats.refused += 1
                raise NotAsked
            self.open_until_ms = None
            self.failures = 0
        self.stats.asked += 1
        try:
            cents = self.remote.price(carrier, parcel)
        except RemoteDown:
            self.stats.failed += 1
            self._failed()
            raise
        except BadParcel:
            self._succeeded()
            raise
        self._succeeded()
        return cents

    def _succeeded(self) -> None:
        self.failures = 0

    def _failed(self) -> None:
        self.failures += 1
        if self.settings.threshold and (self.failures >= self.settings.threshold):
            self.open_until_ms = self.clock.now_ms() + self.settings.open_ms
