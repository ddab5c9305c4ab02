from collections import defaultdict
from collections.abc import Sequence

from breaker import Breaker
from clock import Clock
from errors import BadParcel, NotAsked, RemoteDown
from remote import Remote
from settings import Settings
from stats import Stats


class Quotes:
    """What a parcel costs, asked from the carriers; each is left alone for a while after it has failed."""

    def __init__(self, remote: Remote, settings: Settings, clock: Clock) -> None:
        self.remote = remote
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.breakers: defaultdict[str, Breaker] = defaultdict(lambda: Breaker(settings, clock))

    def quote(self, carrier: str, parcel: str) -> int:
        """The price in cents. Raises RemoteDown, NotAsked or BadParcel."""
        breaker = self.breakers[carrier]
        if not breaker.allows():
            self.stats.refused += 1
            raise NotAsked
        self.stats.asked += 1
        began_ms = self.clock.now_ms()
        try:
            cents = self.remote.price(carrier, parcel)
        except RemoteDown:
            self.stats.failed += 1
            breaker.failed()
            raise
        except BadParcel:  # an answer, and so a sign of health
            self._answered(breaker, began_ms)
            raise
        self._answered(breaker, began_ms)
        return cents

    def cheapest(self, parcel: str, carriers: Sequence[str]) -> tuple[str, int]:
        """The carrier with the lowest price, and the price. Raises RemoteDown, NotAsked or BadParcel."""
        offers: list[tuple[int, int, str]] = []
        asked = False
        for place, carrier in enumerate(carriers):
            try:
                offers.append((self.quote(carrier, parcel), place, carrier))
            except RemoteDown:
                asked = True
            except NotAsked:
                pass
        if not offers:
            raise RemoteDown if asked else NotAsked
        cents, _, carrier = min(offers)
        return carrier, cents

    def _answered(self, breaker: Breaker, began_ms: int) -> None:
        slow_ms = self.settings.slow_ms
        if slow_ms and self.clock.now_ms() - began_ms >= slow_ms:
            self.stats.slow += 1
            breaker.failed()
        else:
            breaker.succeeded()
