from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    workers: int = 1
    capacity: int = 0  # how many jobs may wait; 0: any number
    patience_ms: int = 0  # how long a job waits before it is given up; 0: for ever
    per_customer: int = 0  # how many jobs of one customer may wait; 0: any number
