from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    subscriber: str
    name: str  # unique
