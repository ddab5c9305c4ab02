from dataclasses import dataclass


@dataclass
class Job:
    """A piece of work, and how far it is."""

    id: str
    state: str = "waiting"  # waiting, running, done, dead
    worker: str | None = None  # who took it last
    lease_until_ms: int | None = None  # None: for ever
    tries: int = 0
    not_before_ms: int = 0
    customer: str = ""
