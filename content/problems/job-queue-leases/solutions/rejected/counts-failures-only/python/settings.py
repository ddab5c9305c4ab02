from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    lease_ms: int = 0  # 0: for ever
    max_tries: int = 0  # 0: no limit
    backoff_ms: int = 0  # after the first try, then doubled
