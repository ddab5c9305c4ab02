from clock import Clock
from errors import RemoteDown
from remote import Remote
from settings import Settings
from stats import Stats


class Quotes:
    """What a parcel costs, asked from the carrier."""

    def __init__(self, remote: Remote, settings: Settings, clock: Clock) -> None:
        self.remote = remote
        self.stats = Stats()

    def quote(self, carrier: str, parcel: str) -> int:
        """The price in cents. Raises RemoteDown or BadParcel."""
        self.stats.asked += 1
        try:
            return self.remote.price(carrier, parcel)
        except RemoteDown:
            self.stats.failed += 1
            raise
