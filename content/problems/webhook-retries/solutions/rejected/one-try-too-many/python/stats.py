from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    sent: int = 0
    failed: int = 0
    dead: int = 0  # events that were given up
