from collections import OrderedDict, deque

from clock import Clock
from job import Job
from settings import Settings
from stats import Stats


class WorkQueue:
    """Jobs that wait for a worker: a line for each customer, and the customers take turns.

    Within a line those who came first give up first, so only the heads of the lines have to be looked at.
    """

    def __init__(self, settings: Settings, clock: Clock, stats: Stats) -> None:
        self.settings = settings
        self.clock = clock
        self.stats = stats
        self.lines: OrderedDict[str, deque[tuple[int, Job]]] = OrderedDict()  # (waits since, job), by turn
        self.count = 0

    def has_place(self, customer: str) -> bool:
        self._drop_expired()
        capacity, own = self.settings.capacity, self.settings.per_customer
        if capacity and self.count >= capacity:
            return False
        return not own or len(self.lines.get(customer, ())) < own

    def push(self, job: Job) -> None:
        self.lines.setdefault(job.customer, deque()).append((self.clock.now_ms(), job))
        self.count += 1

    def pop(self) -> Job | None:
        """The next job, or None."""
        self._drop_expired()
        if not self.lines:
            return None
        customer, line = next(iter(self.lines.items()))
        _, job = self._take(customer, line)
        if customer in self.lines:
            self.lines.move_to_end(customer)
        return job

    def size(self) -> int:
        self._drop_expired()
        return self.count

    def next_expiry_ms(self) -> int | None:
        """When the first of the waiting jobs gives up, or None."""
        if not self.settings.patience_ms or not self.lines:
            return None
        return min(line[0][0] for line in self.lines.values()) + self.settings.patience_ms

    def _drop_expired(self) -> None:
        patience_ms = self.settings.patience_ms
        if not patience_ms:
            return
        for customer, line in list(self.lines.items()):
            while line and line[0][0] + patience_ms <= self.clock.now_ms():
                self._take(customer, line)
                self.stats.expired += 1

    def _take(self, customer: str, line: deque[tuple[int, Job]]) -> tuple[int, Job]:
        self.count -= 1
        head = line.popleft()
        if not line:
            del self.lines[customer]
        return head
