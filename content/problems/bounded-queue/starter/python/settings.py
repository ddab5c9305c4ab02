from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    workers: int = 1
    capacity: int = 0  # not used yet
