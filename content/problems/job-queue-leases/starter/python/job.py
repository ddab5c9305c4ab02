from dataclasses import dataclass


@dataclass
class Job:
    """A piece of work, and how far it is."""

    id: str
    state: str = "waiting"  # waiting, running, done
    worker: str | None = None  # who took it last
