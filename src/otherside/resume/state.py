"""The states of a document that was handed in."""

from enum import StrEnum


class State(StrEnum):
    QUEUED = "queued"  # waits for the worker
    READING = "reading"  # a worker has it; taken again when that worker died
    READ = "read"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return {"queued": "Waiting to be read", "reading": "Being read"}.get(
            self.value, self.value.capitalize()
        )

    @property
    def is_pending(self) -> bool:
        return self in {State.QUEUED, State.READING}


RING = "resumes"
PICTURES_RING = "pictures"  # the bus rings so when a document waits
