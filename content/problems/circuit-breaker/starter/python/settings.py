from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    threshold: int = 0  # not used yet
    open_ms: int = 0  # not used yet
