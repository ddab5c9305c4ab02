from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    attempts: int = 1  # not used yet
    wait_ms: int = 0  # not used yet
