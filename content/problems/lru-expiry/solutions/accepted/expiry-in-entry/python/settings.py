from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What operations may set. Read from the configuration when the service starts."""

    capacity: int
    ttl_ms: int = 0  # 0: for ever
    grace_ms: int = 0  # how long an expired name may stand in while the source is down
    unknown_ttl_ms: int = 0  # how long "no such user" is remembered; 0: not at all
