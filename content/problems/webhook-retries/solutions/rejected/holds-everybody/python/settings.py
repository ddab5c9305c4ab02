from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    attempts: int = 1  # tries in all until an event is given up
    wait_ms: int = 0  # before the second try; then twice as long each time
