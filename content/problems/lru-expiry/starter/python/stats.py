from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    hits: int = 0
    misses: int = 0
    evicted: int = 0  # dropped to make room
