from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    threshold: int = 0  # failures in a row until a carrier is left alone; 0: never
    open_ms: int = 0  # for how long
    slow_ms: int = 0  # from when on an answer counts as a failure; 0: never
