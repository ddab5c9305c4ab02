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
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.tries: dict[str, int] = {}
        self.due_ms: dict[str, int] = {}

    def publish(self, event: Event) -> None:
        self.outbox.add(Row(event))

    def next_due_ms(self) -> int | None:
        """When there is something to post; None if nothing waits."""
        dues = [self._due_ms(row) for row in self.outbox.rows]
        return min(dues) if dues else None

    def deliver(self) -> None:
        """Posts all that is due, the oldest first."""
        for row in list(self.outbox.rows):
            if self._due_ms(row) > self.clock.now_ms():
                continue
            tries = self.tries.get(row.event.name, 0) + 1
            if 200 <= self.network.post(row.event) < 300:
                self.stats.sent += 1
                self.outbox.remove(row)
            elif tries > self.settings.attempts:
                self.stats.dead += 1
                self.outbox.remove(row)
            else:
                self.stats.failed += 1
                self.tries[row.event.name] = tries
                self.due_ms[row.event.name] = self.clock.now_ms() + self.settings.wait_ms * 2 ** (tries - 1)

    def _due_ms(self, row: Row) -> int:
        return self.due_ms.get(row.event.name, self.clock.now_ms())
