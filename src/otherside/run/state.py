"""What becomes of a run."""

from enum import Enum


class State(Enum):
    """Queued, leased to a runner, done. A lease that ends unkept leads back to queued, or to done."""

    QUEUED = "queued"
    LEASED = "leased"
    DONE = "done"


ATTEMPTS_MAX = 2  # a run that was lost with its runner is run again once, then reported
