from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    lease_ms: int = 0  # not used yet
    max_tries: int = 0  # not used yet
