from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    accepted: int = 0
    done: int = 0
    refused: int = 0  # no place was free
    expired: int = 0  # waited too long, and was never started
