from dataclasses import dataclass


@dataclass
class Stats:
    """Counters for the dashboard."""

    asked: int = 0
    failed: int = 0
    refused: int = 0
