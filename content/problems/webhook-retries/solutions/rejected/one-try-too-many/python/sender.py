from clock import Clock
from event import Event
from network import Network
from outbox import Outbox, Row
from settings import Settings
from stats import Stats


class Sender:
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
        now_ms = self.clock.now_ms()
        return min((self.due_ms.get(row.event.name, now_ms) for row in self._heads()), default=None)

    def deliver(self) -> None:
        while row := next((row for row in self._heads() if self._is_due(row)), None):
            self._try(row)

    def _heads(self) -> list[Row]:
        heads: dict[str, Row] = {}
        for row in self.outbox.rows:
            heads.setdefault(row.event.subscriber, row)
        return list(heads.values())

    def _try(self, row: Row) -> bool:
        """Whether the row is done with."""
        name = row.event.name
        status = self.network.post(row.event)
        if 200 <= status < 300:
            self.stats.sent += 1
            self.outbox.remove(row)
            return True
        self.stats.failed += 1
        self.tries[name] = self.tries.get(name, 0) + 1
        if self.tries[name] > self.settings.attempts or 400 <= status < 500:
            self.stats.dead += 1
            self.outbox.remove(row)
            return True
        self.due_ms[name] = self.clock.now_ms() + self.settings.wait_ms * 2 ** (self.tries[name] - 1)
        return False

    def _is_due(self, row: Row) -> bool:
        return self.due_ms.get(row.event.name, 0) <= self.clock.now_ms()
