from clock import Clock
from event import Event
from network import Network
from outbox import Outbox, Row
from settings import Settings
from stats import Stats


class Sender:
    """Posts what waits in the outbox to its subscribers, to each in order; what is not taken is tried again."""

    def __init__(self, outbox: Outbox, network: Network, settings: Settings, clock: Clock) -> None:
        self.outbox = outbox
        self.network = network
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.given_up: dict[str, int] = {}  # events of a subscriber, in a row

    def publish(self, event: Event) -> None:
        self.outbox.add(Row(event, due_ms=self.clock.now_ms()))

    def next_due_ms(self) -> int | None:
        """When there is something to post; None if nothing waits that may be posted."""
        return min((row.due_ms for row in self._heads()), default=None)

    def deliver(self) -> None:
        """Posts all that is due."""
        while row := next((row for row in self._heads() if row.due_ms <= self.clock.now_ms()), None):
            self._try(row)

    def resume(self, subscriber: str) -> None:
        """Ends a pause; what waits is due at once."""
        self.given_up.pop(subscriber, None)

    def paused(self) -> list[str]:
        return sorted(name for name in self.given_up if self._is_paused(name))

    def _is_paused(self, subscriber: str) -> bool:
        return 0 < self.settings.pause_after <= self.given_up.get(subscriber, 0)

    def _heads(self) -> list[Row]:
        """The rows that may be posted as the next of their subscribers."""
        return [row for row in self.outbox.heads() if not self._is_paused(row.event.subscriber)]

    def _try(self, row: Row) -> None:
        subscriber = row.event.subscriber
        status = self.network.post(row.event)
        if 200 <= status < 300:
            self.stats.sent += 1
            self.given_up.pop(subscriber, None)
            self.outbox.remove(row)
            return
        self.stats.failed += 1
        tries = row.tries + 1
        if tries >= self.settings.attempts or 400 <= status < 500:  # 4xx will be no better next time
            self.stats.dead += 1
            self.given_up[subscriber] = self.given_up.get(subscriber, 0) + 1
            self.outbox.remove(row)
            return
        wait_ms = self.settings.wait_ms * 2 ** (tries - 1)
        self.outbox.replace(row, Row(row.event, tries, self.clock.now_ms() + wait_ms))
