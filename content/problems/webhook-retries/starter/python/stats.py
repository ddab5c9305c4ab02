from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    sent: int = 0
    failed: int = 0
