from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    accepted: int = 0
    done: int = 0
