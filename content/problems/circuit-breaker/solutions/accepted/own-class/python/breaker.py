from clock import Clock
from settings import Settings


class Breaker:
    """Says whether a carrier may be asked, and learns from how it went."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.failures = 0  # in a row
        self.open_until_ms: int | None = None  # None: closed

    def allows(self) -> bool:
        """Whether to ask now. When the pause is over, what is asked is the trial."""
        return self.open_until_ms is None or self.open_until_ms <= self.clock.now_ms()

    def succeeded(self) -> None:
        self.failures = 0
        self.open_until_ms = None

    def failed(self) -> None:
        self.failures += 1
        trial = self.open_until_ms is not None
        if self.settings.threshold and (trial or self.failures >= self.settings.threshold):
            self.open_until_ms = self.clock.now_ms() + self.settings.open_ms
