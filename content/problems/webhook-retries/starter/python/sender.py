from clock import Clock
from event import Event
from network import Network
from outbox import Outbox, Row
from settings import Settings
from stats import Stats


class Sender:
    """Posts what waits in the outbox to its subscribers."""

    def __init__(self, outbox: Outbox, network: Network, settings: Settings, clock: Clock) -> None:
        self.outbox = outbox
        self.network = network
        self.clock = clock
        self.stats = Stats()

    def publish(self, event: Event) -> None:
        self.outbox.add(Row(event))

    def next_due_ms(self) -> int | None:
        """When there is something to post; None if nothing waits."""
        return self.clock.now_ms() if self.outbox.rows else None

    def deliver(self) -> None:
        """Posts all that is due."""
        for row in list(self.outbox.rows):
            self.outbox.remove(row)
            if 200 <= self.network.post(row.event) < 300:
                self.stats.sent += 1
            else:
                self.stats.failed += 1
